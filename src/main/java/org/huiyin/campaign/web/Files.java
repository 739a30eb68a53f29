package org.huiyin.campaign.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Sends forms as PDF. */
final class Files {

    private Files() {}

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
