package org.huiyin.sheets;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Answers a request with a list as an Excel file, written while it is sent. */
public final class ExcelAnswer {

    private ExcelAnswer() {}

    /** One sheet: a title line, a line below it (such as the company), column titles, rows. */
    public static void send(
            HttpServletResponse response, String title, String below, List<String> columns, Consumer<SheetWriter> rows)
            throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(title + ".xlsx", StandardCharsets.UTF_8).build().toString());
        try (var writer = new SheetWriter(response.getOutputStream())) {
            writer.sheet(new SheetPlan(title, List.of(title, below), columns.stream().map(SheetColumn::text).toList()));
            rows.accept(writer);
        }
    }
}
