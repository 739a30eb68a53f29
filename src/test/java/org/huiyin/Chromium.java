package org.huiyin;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a real Chromium: a {@link Page} parameter is a new, empty browser at 1440 by 900; a failure leaves a picture. */
public final class Chromium implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(Chromium.class);
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static @Nullable Browser browser;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Page.class || parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        if (parameter.getParameter().getType() == Browser.class) {
            return browser();
        }
        var context = browser().newContext(new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(15_000);
        test.getStore(SPACE).put("context", context);
        return context.newPage();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var context = test.getStore(SPACE).remove("context", BrowserContext.class);
        if (context == null) {
            return;
        }
        if (test.getExecutionException().isPresent()) {
            var name = test.getRequiredTestClass().getSimpleName() + "." + test.getRequiredTestMethod().getName() + ".png";
            context.pages().forEach(page -> page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "browser", name))));
        }
        context.close();
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            if (!Files.isExecutable(PROGRAM)) {
                throw new IllegalStateException("no Chromium at " + PROGRAM + ": run ./huiyin test, or apt-get install chromium");
            }
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                            "--disable-background-networking", "--disable-component-update", "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }
}
