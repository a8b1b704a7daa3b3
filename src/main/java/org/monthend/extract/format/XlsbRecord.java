package org.monthend.extract.format;

/** The types of the records that are read of an .xlsb ([MS-XLSB] 2.3.2); every other is passed over. */
final class XlsbRecord {

    static final int ROW = 0;
    static final int CELL_BLANK = 1;
    static final int CELL_RK = 2;
    static final int CELL_ERROR = 3;
    static final int CELL_LOGICAL = 4;
    static final int CELL_REAL = 5;
    static final int CELL_TEXT = 6;
    static final int CELL_SHARED_STRING = 7;
    static final int FORMULA_TEXT = 8;
    static final int FORMULA_NUMBER = 9;
    static final int FORMULA_LOGICAL = 10;
    static final int FORMULA_ERROR = 11;
    static final int SHORT_BLANK = 12;
    static final int SHORT_RK = 13;
    static final int SHORT_ERROR = 14;
    static final int SHORT_LOGICAL = 15;
    static final int SHORT_REAL = 16;
    static final int SHORT_TEXT = 17;
    static final int SHORT_SHARED_STRING = 18;
    static final int SHARED_STRING = 19;
    static final int FUTURE = 35;
    static final int FUTURE_END = 36;
    static final int FONT = 43;
    static final int NUMBER_FORMAT = 44;
    static final int CELL_FORMAT = 47;
    static final int COLUMNS = 60;
    static final int CELL_RICH_TEXT = 62;
    static final int SHEET_END = 130;
    static final int WORKBOOK_END = 132;
    static final int WORKBOOK_PROPERTIES = 153;
    static final int SHEET = 156;
    static final int SHARED_STRINGS_END = 160;
    static final int MERGED_RANGE = 176;
    static final int STYLES_END = 279;
    static final int CELL_FORMATS = 617;
    static final int CELL_FORMATS_END = 618;

    private XlsbRecord() {}
}
