package org.huiyin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@SpringBootTest(classes = {WebOnly.class, PagesTest.Refusals.class})
@AutoConfigureMockMvc(addFilters = true)
class PagesTest {

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @CsvSource({"zh-CN,zh-CN,部件样张,剩 8 日", "zh-HK,zh-TW,元件樣張,剩 8 日", "en-GB,en,Sample of parts,8 days left",
        "fr,zh-CN,部件样张,剩 8 日"})
    void theSamplePageSpeaksTheReadersLanguage(String asked, String lang, String title, String left) throws Exception {
        mvc.perform(get("/design").header("Accept-Language", asked))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"" + lang + "\"")))
                .andExpect(content().string(containsString("<h1>" + title + "</h1>")))
                .andExpect(content().string(containsString(left)))
                .andExpect(content().string(not(containsString("web.design"))))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))));
    }

    @Test
    void theCookieBeatsTheBrowser() throws Exception {
        mvc.perform(get("/design").header("Accept-Language", "en").cookie(new Cookie("lang", "zh_TW")))
                .andExpect(content().string(containsString("元件樣張")));
    }

    @Test
    void theLanguageSwitchRemembersAndOnlyLeadsHome() throws Exception {
        mvc.perform(post("/language").param("lang", "en").param("back", "/design?a=1"))
                .andExpect(status().isSeeOther()).andExpect(cookie().value("lang", "en")).andExpect(redirectedUrl("/design?a=1"));
        mvc.perform(post("/language").param("lang", "en").param("back", "//evil.example"))
                .andExpect(redirectedUrl("/"));
    }

    @ParameterizedTest
    @CsvSource({"rule,409", "invalid,422", "stale,409", "missing,404", "bug,500", "nowhere,404"})
    void refusalsAreAnsweredAsPagesFragmentsAndProblems(String kind, int status) throws Exception {
        mvc.perform(get("/refuse/" + kind)).andExpect(status().is(status))
                .andExpect(content().string(containsString("<div class=\"oops\">")));
        mvc.perform(get("/refuse/" + kind).header("HX-Request", "true")).andExpect(status().is(status))
                .andExpect(content().string(not(containsString("<html"))));
        mvc.perform(get("/api/refuse/" + kind)).andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void aBrokenRuleIsASentenceInTheReadersLanguage() throws Exception {
        mvc.perform(get("/api/refuse/rule").header("Accept-Language", "en"))
                .andExpect(jsonPath("$.detail").value("2 fields need repair; what you typed is kept."))
                .andExpect(jsonPath("$.type").value("urn:huiyin:problem:rule"));
    }

    @Test
    void invalidInputNamesItsFields() throws Exception {
        mvc.perform(get("/api/refuse/invalid")).andExpect(jsonPath("$.errors.batch").value("没有发过 12 这个批。是不是 260421B？"));
    }

    @Test
    void aStaleRecordShowsTheOthersChange() throws Exception {
        mvc.perform(get("/refuse/stale")).andExpect(content().string(containsString("沈砚")))
                .andExpect(content().string(containsString("41 N")));
    }

    @Test
    void aBugTellsANumberAndNothingElse() throws Exception {
        String page = mvc.perform(get("/refuse/bug")).andReturn().getResponse().getContentAsString();
        assertThat(page).containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}").doesNotContain("secret");
    }

    @Test
    void anInvalidFormIsDrawnAgain() throws Exception {
        mvc.perform(post("/refuse/form")).andExpect(status().is(422))
                .andExpect(content().string(containsString("aria-invalid=\"true\"")));
    }

    @Test
    void aNoticeStandsOnTheNextPage() throws Exception {
        var flash = mvc.perform(post("/refuse/done")).andExpect(redirectedUrl("/design")).andReturn().getFlashMap();
        mvc.perform(get("/design").flashAttrs(Map.copyOf(flash)).requestAttr(
                        "org.springframework.web.servlet.DispatcherServlet.INPUT_FLASH_MAP", flash))
                .andExpect(status().isOk());
        assertThat(flash.get("notice")).isInstanceOfSatisfying(Notice.class, notice -> assertThat(notice.undo()).isEqualTo("/refuse/undo"));
    }

    @Test
    void onlyAChartPageMayCarryStyleAttributes() throws Exception {
        mvc.perform(get("/refuse/chart"))
                .andExpect(header().string("Content-Security-Policy", containsString("style-src-attr 'unsafe-inline'")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("script-src 'unsafe"))));
    }

    @Test
    void htmxGetsTheFragment() throws Exception {
        mvc.perform(get("/refuse/part")).andExpect(content().string(containsString("<html")));
        mvc.perform(get("/refuse/part").header("HX-Request", "true"))
                .andExpect(content().string(not(containsString("<html")))).andExpect(header().string("Vary", "HX-Request"));
    }

    /** Refuses in every way there is. */
    @Controller
    static class Refusals {

        @GetMapping({"/refuse/{kind}", "/api/refuse/{kind}"})
        ModelAndView refuse(@PathVariable String kind) {
            throw switch (kind) {
                case "rule" -> new BrokenRule("web.invalid.count", 2);
                case "invalid" -> new InvalidInput("batch", "web.design.batch_unknown", "12");
                case "stale" -> new StaleRecord("沈砚", Instant.EPOCH, List.of(
                        new StaleRecord.Change(new Sentence("web.reason"), "41 N", "60 N")));
                case "missing" -> new NotFound();
                case "bug" -> new IllegalStateException("secret");
                default -> new org.springframework.web.server.ResponseStatusException(org.springframework.http.HttpStatus.NOT_FOUND);
            };
        }

        @PostMapping("/refuse/form")
        ModelAndView form(Page page) {
            Errors errors = Errors.of(new InvalidInput("batch", "web.design.batch_unknown", "12"));
            return errors.redraw("web/design", Map.of("now", page.now(), "trend", List.of(), "promises", List.of(),
                    "why", new Due.Why(List.of(), List.of(), null)));
        }

        @PostMapping("/refuse/done")
        String done(RedirectAttributes redirect) {
            Notice.done("web.verbatim", "x").undo("/refuse/undo").on(redirect);
            return "redirect:/design";
        }

        @GetMapping("/refuse/part")
        ModelAndView part() {
            return new ModelAndView("web/failure|web/trouble", Map.of("failure", Failure.plain(404, "missing")));
        }

        @ChartPage
        @ResponseBody
        @GetMapping("/refuse/chart")
        String chart() {
            return "";
        }
    }
}
