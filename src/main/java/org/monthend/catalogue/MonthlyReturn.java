package org.monthend.catalogue;

import java.util.List;

/**
 * A return that a team owes each month (or each quarter).
 *
 * @param dueWorkingDay the working day of the following month by which it is due
 * @param fileName what its files are called, with * for any characters; upper and lower case are the same
 * @param tables the tables that its workbook must hold; each is a list of layouts of which one must fit
 */
public record MonthlyReturn(
        String code,
        String name,
        String organisationCode,
        Frequency frequency,
        int dueWorkingDay,
        String fileName,
        List<List<String>> tables,
        String owner,
        String email) {}
