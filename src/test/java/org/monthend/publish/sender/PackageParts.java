package org.monthend.publish.sender;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The parts of a workbook's package by name, each as its bytes in Latin-1. */
record PackageParts(Map<String, String> parts) {

    static PackageParts of(byte[] workbook) {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PackageParts(parts);
    }

    static PackageParts of(XSSFWorkbook workbook) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(bytes.toByteArray());
    }

    static PackageParts read(Path workbook) throws IOException {
        return of(Files.readAllBytes(workbook));
    }

    /** The same with a part put in, or changed. */
    PackageParts with(String name, String text) {
        Map<String, String> changed = new LinkedHashMap<>(parts);
        changed.put(name, text);
        return new PackageParts(changed);
    }

    PackageParts replacing(String name, String words, String others) {
        if (!part(name).contains(words)) {
            throw new IllegalArgumentException(name + " does not say " + words);
        }
        return with(name, part(name).replace(words, others));
    }

    String part(String name) {
        return parts.getOrDefault(name, "");
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.ISO_8859_1));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** The workbook marked. */
    PackageParts annotated(Path folder, Fault... faults) throws IOException {
        Path file = write(folder.resolve("sent.xlsx"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnnotatedWorkbook.write(file, new Cover("Issues", "Verdict", "To do"), List.of(faults), out);
        return of(out.toByteArray());
    }

    XSSFWorkbook workbook() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.ISO_8859_1));
                zip.closeEntry();
            }
            zip.finish();
            return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the parts that are not the same in the other package. */
    Set<String> differingFrom(PackageParts other) {
        return parts.keySet().stream()
                .filter(name -> !part(name).equals(other.parts().get(name)))
                .collect(Collectors.toSet());
    }
}
