package org.monthend.publish;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Chromium without a window, as it is installed on this computer; nothing is downloaded. */
final class Chromium implements AutoCloseable {

    private final ChromeDriver driver;

    Chromium() {
        File browser = installed("chromium", "chromium-browser", "google-chrome")
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Chromium is not on the PATH; the page's browser tests need Debian's chromium or Google Chrome"));
        File chromedriver = installed("chromedriver")
                .orElseThrow(() -> new IllegalStateException(
                        "chromedriver is not on the PATH; the page's browser tests need Debian's chromium-driver"));
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver)
                        .build(),
                options);
    }

    /** Installed, or expected to be: on a build server a missing browser fails the tests rather than passing over them. */
    static boolean isExpected() {
        return Boolean.parseBoolean(System.getenv("CI"))
                || installed("chromium", "chromium-browser", "google-chrome").isPresent()
                        && installed("chromedriver").isPresent();
    }

    /** Opens a page in a window of the given size in CSS pixels. */
    void open(Path page, int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
        driver.get(page.toUri().toString());
    }

    Object run(String script) {
        return Optional.ofNullable(driver.executeScript(script)).orElse("");
    }

    /** The page as it prints, in the paper size that it asks for itself. */
    byte[] print(Path page) {
        return print(page, "");
    }

    /** The same after a link to a part of the page was followed. */
    byte[] print(Path page, String part) {
        driver.get(page.toUri() + (part.isEmpty() ? "" : "#" + part));
        Map<String, Object> pdf = driver.executeCdpCommand(
                "Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", false));
        return Base64.getDecoder().decode(String.valueOf(pdf.get("data")));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<File> installed(String... names) {
        return Optional.ofNullable(System.getenv("PATH")).map(path -> path.split(File.pathSeparator)).stream()
                .flatMap(Stream::of)
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }
}
