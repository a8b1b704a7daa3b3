package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationshipsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # folder | target                       | part
            xl/      | worksheets/sheet1.xml        | xl/worksheets/sheet1.xml
            xl/      | /xl/worksheets/sheet1.xml    | xl/worksheets/sheet1.xml
            xl/      | ../sheets/sheet1.xml         | sheets/sheet1.xml
            xl/      | ./sheet1.xml#rId1            | xl/sheet1.xml
            xl/      | worksheets\\sheet1.xml       | xl/worksheets/sheet1.xml
            xl/      | my%20sheet.xml               | xl/my sheet.xml
            xl/      | a+b%.xml                     | xl/a+b%.xml
            ''       | xl/workbook.xml              | xl/workbook.xml
            ''       | ../../../etc/passwd          | etc/passwd
            """, delimiter = '|')
    void aTargetNeverLeavesThePackage(String folder, String target, String part) {
        assertThat(Relationships.resolve(folder, target)).isEqualTo(part);
    }
}
