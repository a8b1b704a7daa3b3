package org.monthend.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.monthend.catalogue.Catalogue;
import org.monthend.extract.format.ReadLimits;
import org.monthend.extract.format.UnreadableWorkbook;
import org.monthend.extract.format.Workbook;
import org.monthend.extract.format.Workbooks;
import org.monthend.validate.CatalogueReader;
import org.monthend.validate.CatalogueReading;

/** The catalogue workbook in the input folder. */
public record CatalogueFile(Path file) {

    /** @throws CatalogueRefused with every fault found, when the catalogue is not there or not right */
    public Catalogue read(ReadLimits limits) {
        if (!Files.isRegularFile(file)) {
            throw new CatalogueRefused(List.of(
                    "There is no catalogue at %s. Put the catalogue workbook there, or name its folder with --input."
                            .formatted(file)));
        }
        try (Workbook workbook = Workbooks.open(file, limits)) {
            CatalogueReading reading = CatalogueReader.read(workbook, ReturnFolder.sha256(file));
            if (reading instanceof CatalogueReading.Faulty faulty) {
                throw new CatalogueRefused(faulty.faults().stream()
                        .map(fault -> file.getFileName() + " " + fault)
                        .toList());
            }
            return ((CatalogueReading.Complete) reading).catalogue();
        } catch (UnreadableWorkbook e) {
            throw new CatalogueRefused(List.of("The catalogue %s: %s".formatted(file, e.getMessage())));
        } catch (IOException e) {
            throw new CatalogueRefused(List.of("The catalogue %s could not be read: %s. Check the file and its rights."
                    .formatted(file, e.getMessage())));
        }
    }
}
