package org.slipway.support;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's own Chromium, started once per JVM; each page that is opened is a fresh browser to the server. */
public final class Chromium {

    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;
    private static @Nullable Browser running;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();

    Chromium() {}

    /** Where the browser is, if there is one: what {@code SLIPWAY_CHROMIUM} names, or the first known name on the path. */
    static Optional<Path> executable() {
        String named = System.getenv("SLIPWAY_CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        List<String> folders =
                Arrays.asList(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A page of a person whose browser speaks a language, such as {@code en}, {@code es} or {@code pt-BR}. */
    public Page open(String language, String url) {
        return open(new Browser.NewContextOptions().setLocale(language), url);
    }

    /** A page of a person whose clock shows the time of a zone, such as {@code America/Sao_Paulo}. */
    public Page openIn(String zone, String url) {
        return open(new Browser.NewContextOptions().setLocale("en").setTimezoneId(zone), url);
    }

    private Page open(Browser.NewContextOptions person, String url) {
        BrowserContext context = browser().newContext(person.setViewportSize(WIDTH, HEIGHT));
        contexts.add(context);
        Page page = tab(context);
        page.navigate(url);
        return page;
    }

    /** One more page of the person whose page this is. */
    public Page beside(Page page) {
        return tab(page.context());
    }

    private Page tab(BrowserContext context) {
        Page page = context.newPage();
        slowDown(page);
        page.onPageError(errors::add);
        page.onRequestFailed(request -> unanswered.add(request.failure() + " " + request.url()));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                unanswered.add(response.status() + " " + response.url());
            }
        });
        pages.add(page);
        return page;
    }

    public Page open(String url) {
        return open("en", url);
    }

    /** With {@code -Dslipway.browser.latency=MILLISECONDS} every answer comes late: tests that outrun their pages fail. */
    private static void slowDown(Page page) {
        int latency = Integer.getInteger("slipway.browser.latency", 0);
        if (latency > 0) {
            JsonObject conditions = new JsonObject();
            conditions.addProperty("offline", false);
            conditions.addProperty("latency", latency);
            conditions.addProperty("downloadThroughput", -1);
            conditions.addProperty("uploadThroughput", -1);
            CDPSession devtools = page.context().newCDPSession(page);
            devtools.send("Network.enable");
            devtools.send("Network.emulateNetworkConditions", conditions);
        }
    }

    /** The script errors of all pages of this test, which none should have. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** Keeps what the pages looked like and what they missed, for whoever has to find out why the test failed. */
    void keepPictures(String test) {
        keepMisses(test);
        for (int i = 0; i < pages.size(); i++) {
            Path picture = Path.of("target", "browser", test + "-" + (i + 1) + ".png");
            pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(picture));
        }
    }

    private void keepMisses(String test) {
        Path misses = Path.of("target", "browser", test + ".txt");
        try {
            Files.createDirectories(misses.getParent());
            Files.write(
                    misses, Stream.concat(errors.stream(), unanswered.stream()).toList());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void close() {
        contexts.forEach(BrowserContext::close);
    }

    /** Never closed: the browser goes when the JVM's end of its pipe does, and Playwright is for one thread only. */
    private static synchronized Browser browser() {
        if (running == null) {
            Path executable = executable()
                    .orElseThrow(() ->
                            new IllegalStateException("No Chromium found; install it or name it in SLIPWAY_CHROMIUM"));
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        }
        return running;
    }
}
