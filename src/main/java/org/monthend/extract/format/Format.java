package org.monthend.extract.format;

/** What kind of file a workbook came as, judged by its content. */
public enum Format {
    XLSX("Excel workbook (.xlsx)"),
    STRICT_XLSX("Strict Open XML workbook (.xlsx)"),
    XLSM("Excel workbook with macros (.xlsm)"),
    XLSB("Excel Binary Workbook (.xlsb)"),
    XLS("Excel 97-2003 workbook (.xls)"),
    ODS("OpenDocument spreadsheet (.ods)"),
    CSV("delimited text (.csv)");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
