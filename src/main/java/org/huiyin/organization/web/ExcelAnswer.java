package org.huiyin.organization.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.sheets.SheetWriter;
import org.huiyin.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A list as an Excel file, written while it is sent. */
final class ExcelAnswer {

    private ExcelAnswer() {}

    static void send(HttpServletResponse response, Page page, String title, List<String> headers, Consumer<SheetWriter> rows)
            throws IOException {
        var company = page.company();
        var name = page.t(title);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".xlsx", StandardCharsets.UTF_8).build().toString());
        try (var writer = new SheetWriter(response.getOutputStream())) {
            writer.sheet(new SheetPlan(name, List.of(name, company == null ? "" : company.name()), columns(page, headers)));
            rows.accept(writer);
        }
    }

    private static List<SheetColumn> columns(Page page, List<String> headers) {
        return headers.stream().map(header -> SheetColumn.text(page.t(header))).toList();
    }

}
