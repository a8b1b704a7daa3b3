package org.monthend.extract.format;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a workbook for a test. */
final class Reading {

    private Reading() {}

    /** Every row of the first sheet. */
    static List<SheetRow> rows(Path file) throws IOException {
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            return rows(workbook, workbook.sheets().get(0));
        }
    }

    static List<SheetRow> rows(Workbook workbook, SheetInfo sheet) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        workbook.rows(sheet, rows::add);
        return rows;
    }

    /** The values of the first sheet by address, in the order they were given. */
    static Map<String, CellValue> cells(Path file) throws IOException {
        Map<String, CellValue> cells = new LinkedHashMap<>();
        for (SheetRow row : rows(file)) {
            for (Cell cell : row.cells()) {
                cells.put(cell.address(), cell.value());
            }
        }
        return cells;
    }

    /** What was remarked on by the end of the first sheet. */
    static List<Remark> remarks(Path file) throws IOException {
        try (Workbook workbook = Workbooks.open(file, ReadLimits.standard())) {
            for (SheetInfo sheet : workbook.sheets()) {
                rows(workbook, sheet);
            }
            return workbook.remarks();
        }
    }

    /** The refusal that reading every sheet ends in. */
    static UnreadableWorkbook refusal(Path file) throws IOException {
        return refusal(file, ReadLimits.standard());
    }

    static UnreadableWorkbook refusal(Path file, ReadLimits limits) throws IOException {
        try (Workbook workbook = Workbooks.open(file, limits)) {
            for (SheetInfo sheet : workbook.sheets()) {
                rows(workbook, sheet);
                workbook.mergedRanges(sheet);
            }
        } catch (UnreadableWorkbook refusal) {
            return refusal;
        }
        return fail("read without a refusal: " + file);
    }

    /** The standard limits with one of them changed. */
    static ReadLimits limit(String name, long value) {
        try {
            RecordComponent[] components = ReadLimits.class.getRecordComponents();
            Object[] values = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                boolean changed = components[i].getName().equals(name);
                Object standard = components[i].getAccessor().invoke(ReadLimits.standard());
                values[i] = !changed ? standard : types[i] == int.class ? (Object) (int) value : (Object) value;
            }
            Constructor<ReadLimits> constructor = ReadLimits.class.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("ReadLimits is no plain record any more", impossible);
        }
    }

    static CellValue number(String value) {
        return new CellValue.Number(new BigDecimal(value), false);
    }

    static CellValue percent(String value) {
        return new CellValue.Number(new BigDecimal(value), true);
    }

    static CellValue text(String text) {
        return new CellValue.Text(text);
    }
}
