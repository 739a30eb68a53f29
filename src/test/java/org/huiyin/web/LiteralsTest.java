package org.huiyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiteralsTest {

    @Test
    void templatesHaveNoTextAndNoInlineStyle() throws IOException {
        // Paper is printed to PDF and carries its style with it; the Content-Security-Policy never sees it.
        for (Path file : files("src/main/jte", "(?!.*/paper/sheet).*\\.jte")) {
            assertThat(Literals.inTemplate(Files.readString(file))).as(file.toString()).isEmpty();
        }
    }

    @Test
    void controllersHaveNoText() throws IOException {
        List<String> faults = new java.util.ArrayList<>();
        // The OpenAPI document is written in English for programmers.
        for (Path file : files("src/main/java", ".*/web/(?!ApiDescription)[A-Z]\\w+\\.java")) {
            Literals.inController(Files.readString(file)).forEach(fault -> faults.add(file.getFileName() + ": " + fault));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theRuleFindsTextInATemplate() {
        assertThat(Literals.inTemplate("<p>客户</p>")).isNotEmpty();
        assertThat(Literals.inTemplate("<p>Customer</p>")).isNotEmpty();
        assertThat(Literals.inTemplate("@template.tag.card(content = @`<b>Hidden</b>`)")).isNotEmpty();
        assertThat(Literals.inTemplate("<input placeholder=\"Name\">")).isNotEmpty();
        assertThat(Literals.inTemplate("<p style=\"color:red\">1</p>")).isNotEmpty();
        assertThat(Literals.inTemplate("<a onclick=\"go()\">1</a>")).isNotEmpty();
        assertThat(Literals.inTemplate("@if(a)<b class=\"${x ? \"on\" : \"off\"}\">${page.t(\"web.x\")}</b>@endif")).isEmpty();
    }

    @Test
    void theRuleFindsTextInAController() {
        assertThat(Literals.inController("model.put(\"title\", \"客户\");")).isNotEmpty();
        assertThat(Literals.inController("return \"Not allowed here\";")).isNotEmpty();
        assertThat(Literals.inController("return \"customer/list|customer/rows\";")).isEmpty();
    }

    private static List<Path> files(String root, String pattern) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(root))) {
            return all.filter(file -> file.toString().matches(pattern)).sorted().toList();
        }
    }
}
