package org.huiyin.procedure.web;

import java.util.Optional;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.ProcedureLine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The procedure's place in the menu and at the foot of every page. */
@Configuration(proxyBeanMethods = false)
class ProcedureDesk {

    @Bean
    MenuEntry clausesEntry() {
        return entry(10, "book-2", "procedure.menu.clauses", "procedure");
    }

    @Bean
    MenuEntry formsEntry() {
        return entry(20, "file-text", "procedure.menu.forms", "forms");
    }

    private static MenuEntry entry(int order, String icon, String label, String path) {
        return MenuEntry.of(MenuEntry.Group.EVIDENCE, order, icon, label, path).forRight("profile.read");
    }

    @Bean
    ProcedureLine procedureLine(Procedures procedures) {
        return () -> {
            var version = procedures.inForce();
            return Optional.of(new ProcedureLine.Line(
                    new Sentence("procedure.line.document", version.document(), version.revision()),
                    new Sentence("procedure.line.profile", String.valueOf(version.number()), version.effectiveFrom()),
                    "procedure", version.clauses().stream().map(org.huiyin.procedure.Clause::number).collect(java.util.stream.Collectors.toSet()),
                    version::clauseFor));
        };
    }
}
