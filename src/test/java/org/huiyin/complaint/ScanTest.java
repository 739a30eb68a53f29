package org.huiyin.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Labels read in a real browser from pictures, and the fields that they fill. */
@HuiyinTest
class ScanTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Catalogue catalogue;
    @LocalServerPort int port;

    /** A photo: the code on a grey box, turned by some degrees. */
    private static FilePayload photo(BarcodeFormat format, String text, int width, int height, double degrees) throws WriterException, IOException {
        BitMatrix code = new MultiFormatWriter().encode(text, format, width, height, Map.of(EncodeHintType.MARGIN, 4));
        var picture = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0xd8d2c4));
        pen.fillRect(0, 0, 1200, 1600);
        var drawn = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < code.getWidth(); x++) {
            for (int y = 0; y < code.getHeight(); y++) {
                drawn.setRGB(x, y, code.get(x, y) ? 0x202020 : 0xf4f4f0);
            }
        }
        var turn = AffineTransform.getTranslateInstance(600, 800);
        turn.rotate(Math.toRadians(degrees));
        turn.translate(-code.getWidth() / 2.0, -code.getHeight() / 2.0);
        pen.drawImage(drawn, turn, null);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return new FilePayload("label.png", "image/png", bytes.toByteArray());
    }

    @Test
    void a_photo_of_a_label_fills_the_line_on_the_phone(Page browser) throws Exception {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        troupe.run(() -> {
            catalogue.learn(troupe.quality(), "KB-2071", "卡扣", "件", "260312A");
            catalogue.learn(troupe.quality(), "FP-330", "面板", "件", "260421B");
        });
        browser.setViewportSize(390, 844);
        Door.signIn(browser, port, troupe.loginOf("WAREHOUSE"), "/c/" + troupe.slug() + "/complaints/new");
        assertThat((Boolean) browser.evaluate("!window.ZXing")).as("the decoder is not loaded before it is wanted").isTrue();
        browser.locator("[data-scan]").first().click();
        browser.waitForSelector("text=这台设备没有可用的相机");
        browser.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/shots/scan-390.png")));
        browser.setInputFiles("[data-scan-photo]", new FilePayload("x.png", "image/png", new byte[] {1, 2, 3}));
        browser.waitForSelector("text=这张照片浏览器打不开");
        browser.setInputFiles("[data-scan-photo]", photo(BarcodeFormat.QR_CODE, "P/N:KB-2071 LOT:260312A QTY:36 S/N:A01", 420, 420, 12));
        browser.waitForSelector("text=标签上是：P/N:KB-2071");
        assertThat(browser.inputValue("[name='lines[0].part']")).isEqualTo("KB-2071");
        assertThat(browser.inputValue("[name='lines[0].lot']")).isEqualTo("260312A");
        assertThat(browser.inputValue("[name='lines[0].quantity']")).isEqualTo("36");
        assertThat(browser.inputValue("[name='lines[0].serial']")).isEqualTo("A01");

        browser.locator("[data-scan]").first().click();
        browser.setInputFiles("[data-scan-photo]", photo(BarcodeFormat.CODE_128, "\u00f1240FP-330\u00f110260421B", 900, 200, 90));
        browser.waitForSelector("[data-row]:nth-of-type(2) >> text=标签上是：");
        assertThat(browser.inputValue("[name='lines[0].part']")).as("another part takes another row").isEqualTo("KB-2071");
        assertThat(browser.inputValue("[name='lines[1].part']")).isEqualTo("FP-330");
        assertThat(browser.inputValue("[name='lines[1].lot']")).isEqualTo("260421B");
        assertThat((Boolean) browser.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")).isTrue();
        browser.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/shots/scanned-390.png")));

        browser.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/returns/arrivals/new");
        browser.locator("[data-scan]").first().click();
        browser.setInputFiles("[data-scan-photo]", photo(BarcodeFormat.DATA_MATRIX, "[)>\u001e06\u001d1PFP-330\u001dQ24\u001d1T260421B\u001e\u0004", 360, 360, 0));
        browser.waitForSelector("text=标签上是：");
        assertThat(browser.inputValue("[name='lines[0].part']")).isEqualTo("FP-330");
        assertThat(browser.inputValue("[name='lines[0].quantity']")).isEqualTo("24");
        browser.locator("[data-scan]").first().click();
        browser.setInputFiles("[data-scan-photo]", new FilePayload("blank.png", "image/png", blank()));
        browser.waitForSelector("text=照片里没找到条码或二维码");
        browser.click("[data-scan-close]");
        assertThat((Boolean) browser.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")).isTrue();
        browser.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/shots/arrival-390.png")));
    }

    @Test
    void the_camera_reads_a_label_by_itself_and_is_let_go() throws Exception {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        troupe.run(() -> catalogue.learn(troupe.quality(), "FP-330", "面板", "件", "260421B"));
        var film = Files.createTempFile("label", ".y4m");
        var code = new MultiFormatWriter().encode("FP-330|260421B|5", BarcodeFormat.QR_CODE, 300, 300);
        var bytes = new ByteArrayOutputStream();
        bytes.write("YUV4MPEG2 W640 H480 F5:1 Ip A1:1 C420jpeg\nFRAME\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 640 * 480; i++) {
            int x = i % 640 - 170;
            int y = i / 640 - 90;
            bytes.write(x >= 0 && y >= 0 && x < 300 && y < 300 && code.get(x, y) ? 30 : 220);
        }
        var grey = new byte[640 * 480 / 2];
        Arrays.fill(grey, (byte) 128);
        bytes.write(grey);
        Files.write(film, bytes.toByteArray());
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(List.of("--no-sandbox",
                        "--disable-gpu", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--use-file-for-fake-video-capture=" + film)))) {
            var page = chromium.newPage();
            Door.signIn(page, port, troupe.loginOf("QUALITY"), "/c/" + troupe.slug() + "/lots?q=FP");
            page.click("[data-scan]");
            page.waitForURL(url -> url.contains("q=260421B"));
            assertThat(page.content()).contains("FP-330");
            page.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/complaints/new");
            page.locator("[data-scan]").first().click();
            page.waitForSelector("text=标签上是：FP-330|260421B|5");
            assertThat(page.inputValue("[name='lines[0].lot']")).isEqualTo("260421B");
            assertThat(page.inputValue("[name='lines[0].quantity']")).isEqualTo("5");
            assertThat((Boolean) page.evaluate("document.querySelector('#scanner video').srcObject === null")).as("the camera is let go").isTrue();
        } finally {
            Files.delete(film);
        }
    }

    private static byte[] blank() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void what_has_no_name_is_told_apart_by_the_parts_and_lots_that_are_known() {
        var troupe = cast.company("P001");
        clock.set("2026-05-06T09:10");
        troupe.run(() -> {
            catalogue.learn(troupe.quality(), "KB-2071", "卡扣", "件", "260312A");
            catalogue.learn(troupe.quality(), "PT-100", "探头", "件", "T9");
        });
        var web = Browserless.of(port, troupe.loginOf("WAREHOUSE"));
        assertThat(read(web, troupe, "kb2071|260312A|36")).contains("\"part\":\"KB-2071\"", "\"lot\":\"260312A\"", "\"quantity\":\"36\"", "\"rest\":[]");
        assertThat(read(web, troupe, "PT-100")).as("a part of that name is known").contains("\"part\":\"PT-100\"");
        assertThat(read(web, troupe, "PKB-2071")).as("P is a data identifier here").contains("\"part\":\"KB-2071\"");
        assertThat(read(web, troupe, "Q120")).contains("\"quantity\":\"120\"");
        assertThat(read(web, troupe, "T260312A")).contains("\"lot\":\"260312A\"");
        assertThat(read(web, troupe, "S20260042")).contains("\"serial\":\"20260042\"");
        assertThat(read(web, troupe, "PXX-9")).contains("\"part\":\"\"", "\"rest\":[\"PXX-9\"]");
        assertThat(read(web, troupe, "X".repeat(3_000))).contains("\"rest\":[]");
        assertThat(read(Browserless.of(port, troupe.loginOf("AUDITOR")), troupe, "Q1")).contains("\"quantity\":\"1\"");
    }

    private static String read(Browserless web, Cast.Troupe troupe, String text) {
        var answer = web.get("/c/" + troupe.slug() + "/labels?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(text).isEqualTo(200);
        return answer.body();
    }
}
