package org.huiyin.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.sheets.SheetWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Sends lists as Excel and forms as PDF. */
final class Files {

    private Files() {}

    static void excel(HttpServletResponse response, String name, List<String> heading, List<SheetColumn> columns, Consumer<SheetWriter> rows)
            throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name + ".xlsx", StandardCharsets.UTF_8).build().toString());
        try (var writer = new SheetWriter(response.getOutputStream())) {
            writer.sheet(new SheetPlan(name, heading, columns));
            rows.accept(writer);
        }
    }

    /** Printed whole before the first byte is sent, so that a refusal is a page and no broken file. */
    static void pdf(HttpServletResponse response, String name, Consumer<ByteArrayOutputStream> print) throws IOException {
        var pdf = new ByteArrayOutputStream();
        print.accept(pdf);
        response.setContentType("application/pdf");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().filename(name + ".pdf", StandardCharsets.UTF_8).build().toString());
        response.setContentLength(pdf.size());
        pdf.writeTo(response.getOutputStream());
    }
}
