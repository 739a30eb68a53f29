package org.huiyin.returns.web;

import java.util.Set;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.returns.Disposition;
import org.huiyin.returns.ReturnFilter;
import org.huiyin.returns.ReturnKind;
import org.huiyin.returns.ReturnStage;
import org.huiyin.returns.Verdict;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;

/** Reads the filters of the list from the address. */
final class ListQuery {

    private ListQuery() {}

    static ReturnFilter read(Page page, int rows) {
        var stage = Typed.maybe(ReturnStage.class, page.query("stage"));
        return new ReturnFilter(page.query("q"), stage == null ? Set.of() : Set.of(stage), Typed.maybe(ReturnKind.class, page.query("kind")),
                Typed.maybe(Verdict.class, page.query("verdict")), Typed.maybe(Disposition.class, page.query("disposition")), customer(page), null,
                !page.query("open").isEmpty(), !page.query("late").isEmpty(), !page.query("alert").isEmpty(), !page.query("untold").isEmpty(),
                Typed.maybeDay(page.query("from")), Typed.maybeDay(page.query("to")), page.pageNumber(), rows);
    }

    private static @Nullable CustomerId customer(Page page) {
        var text = page.query("customer");
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? new CustomerId(UUID.fromString(text)) : null;
    }

    /** The query of the address as it is sent along to files. */
    static String query(Page page) {
        return page.back().contains("?") ? page.back().substring(page.back().indexOf('?')) : "";
    }
}
