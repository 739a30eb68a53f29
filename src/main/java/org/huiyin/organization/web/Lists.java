package org.huiyin.organization.web;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.TableWriter;
import org.huiyin.web.Page;

/** Lists as files, headed by the company. */
final class Lists {

    private Lists() {}

    static void send(ListFile file, Page page, String title, List<String> headers, Consumer<TableWriter> rows) throws IOException {
        var company = page.company();
        file.send(page.t(title), company == null ? "" : company.name(), headers.stream().map(header -> page.t(header)).toList(), rows);
    }
}
