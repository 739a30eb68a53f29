package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.Door;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.improvement.SampleSource;
import org.huiyin.improvement.eightd.EightDDepth;
import org.huiyin.improvement.eightd.EightDId;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.NewEightD;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The 8D in a real browser, from the emergency to the closing, with pictures. */
@HuiyinTest
class EightDBrowserTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired EightDs eightDs;
    @Autowired EightDSteps steps;
    @Autowired Procedures procedures;
    @LocalServerPort int port;

    @Test
    @Clause({"001/5.2.2.4", "001/5.2.2.5"})
    void an_8d_is_written_step_by_step_and_saved_while_one_types(Page page) {
        clock.set("2026-03-16T09:00");
        var troupe = cast.company("P001");
        var quality = troupe.quality();
        EightDId id = troupe.in(() -> eightDs.open(quality, new NewEightD(Set.of(new SubjectRef("sampleCase", SampleSource.KNOWN)), null, "旋钮支架卡扣断裂", EightDDepth.FULL,
                quality.id(), procedures.inForce().id(), "5.2.2.4")));
        var wrong = new ArrayList<String>();
        page.onConsoleMessage(m -> {
            if (m.type().equals("error") && !m.text().contains("422")) {
                wrong.add(m.text());
            }
        });
        var home = "/c/" + troupe.slug() + "/eightds/BD-2026-0001";
        Door.signIn(page, port, troupe.loginOf("QUALITY"), home);
        for (EightDStep step : EightDStep.values()) {
            Map<String, String> texts = switch (step) {
                case D0 -> EightDStage.emergency();
                case D1 -> EightDStage.fields("member.1.name", "模具厂王工", "member.1.function", "模具");
                case D2 -> EightDStage.problem();
                case D3 -> EightDStage.containment();
                case D4 -> EightDStage.fields("why.OT.1", "卡扣根部有缩孔，强度不够");
                case D5, D6, D7, D8 -> Map.of();
            };
            if (!texts.isEmpty()) {
                page.navigate("http://localhost:" + port + home + "?step=" + step);
                fill(page, texts);
                assertThat(page.locator("#saved .saved")).isVisible();
            }
            if (step == EightDStep.D4) {
                page.locator("[name='why.NT.1']").fill("检验员粗心");
                assertThat(page.locator("#saved .hollow")).containsText("粗心");
                picture(page, "eightd-d4-typing");
                page.locator("button[name=add][value='why.OT.1']").click();
                assertThat(page.locator("[name='why.OT.1.1']")).isVisible();
                troupe.run(() -> {
                    var now = steps.texts(id).get(EightDStep.D4);
                    steps.save(quality, id, EightDStep.D4, EightDStage.causes(), now.version());
                });
                page.reload();
            }
            if (step.compareTo(EightDStep.D4) <= 0) {
                page.locator("button[name=act][value=end]").click();
                page.waitForURL(url -> !url.contains("?step="));
            }
            if (step == EightDStep.D2) {
                picture(page, "eightd-d3");
            }
        }
        troupe.run(() -> EightDStage.done(steps, quality, id, EightDStep.D5, EightDStage.measures(quality.id(), LocalDate.of(2026, 3, 25))));
        page.navigate("http://localhost:" + port + home + "?step=D6");
        picture(page, "eightd-d6");
        for (int i = 0; i < 4; i++) {
            page.locator("textarea[name=words]").first().fill("见 WI-07 B 版与照片");
            page.locator("form[action$='/done'] button").first().click();
            assertThat(page.locator("textarea[name=words]")).hasCount(3 - i);
        }
        fill(page, EightDStage.carried());
        page.locator("button[name=act][value=end]").click();
        page.waitForURL(url -> !url.contains("?step="));
        fill(page, EightDStage.prevention());
        page.locator("button[name=act][value=end]").click();
        page.waitForURL(url -> !url.contains("?step="));
        page.locator("form[action$='/approval'] button").click();
        assertThat(page.locator("form[action$='/approval']")).hasCount(0);
        picture(page, "eightd-d8");
        troupe.run(() -> assertThat(eightDs.get(id).standing()).isEqualTo(EightDStep.D8));
        keep("eightd.pdf", troupe.in(() -> eightDs.pdf(quality, id, Language.ZH_CN)));
        page.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/eightds");
        picture(page, "eightds");
        page.navigate("http://localhost:" + port + "/c/" + troupe.slug() + "/eightds/templates");
        picture(page, "eightd-templates");
        page.navigate("http://localhost:" + port + home + "/meetings/new");
        picture(page, "eightd-meeting");
        page.context().addCookies(List.of(new Cookie("lang", "en").setUrl("http://localhost:" + port)));
        page.navigate("http://localhost:" + port + home + "?step=D4");
        picture(page, "eightd-d4-en");
        page.setViewportSize(390, 844);
        for (var step : List.of("D2", "D3", "D4", "D8")) {
            page.navigate("http://localhost:" + port + home + "?step=" + step);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).as(step).isLessThanOrEqualTo(390);
        }
        picture(page, "eightd-390");
        assertThat(wrong).isEmpty();
    }

    private static void fill(Page page, Map<String, String> texts) {
        texts.forEach((field, value) -> {
            var input = page.locator("[name='" + field + "']").first();
            if (input.evaluate("e => e.tagName").equals("SELECT")) {
                input.selectOption(value);
            } else {
                input.fill(value);
            }
        });
    }

    private static void keep(String name, byte[] content) {
        try {
            Files.write(Path.of("target", "walk", name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "walk", name + ".png")));
    }
}
