package org.monthend.catalogue;

import java.util.List;

/**
 * A return that a team owes each month (or each quarter).
 *
 * @param dueWorkingDay the working day of the following month by which it is due
 * @param fileName what its files are called, with * for any characters; upper and lower case are the same
 * @param tables the tables that its workbook must hold; each is a list of layouts of which one must fit
 * @param measures codes of the measures that it states, in the order of the catalogue; empty where the catalogue names none
 */
public record MonthlyReturn(
        String code,
        String name,
        String organisationCode,
        Frequency frequency,
        int dueWorkingDay,
        String fileName,
        List<List<String>> tables,
        List<String> measures,
        String owner,
        String email) {}
