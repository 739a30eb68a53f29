package org.huiyin.sheets;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Answers a request with a list as a file, written while it is sent: the address ends in .xlsx for Excel or in .csv for
 * programs, in the same filter. A controller takes it as an argument.
 */
public final class ListFile {

    /** The kinds of file that every list can be had as. */
    public enum Kind {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv;charset=UTF-8");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The kind that an address asks for by its ending. */
        static Kind of(String address) {
            return address.endsWith(".csv") ? CSV : XLSX;
        }
    }

    private final Kind kind;
    private final HttpServletResponse response;

    ListFile(Kind kind, HttpServletResponse response) {
        this.kind = kind;
        this.response = response;
    }

    /** One table: a title line, a line below it (such as the company), column titles, rows. */
    public void send(String title, String below, List<String> columns, Consumer<TableWriter> rows) throws IOException {
        send(title, new SheetPlan(title, List.of(title, below), columns.stream().map(SheetColumn::text).toList()), rows);
    }

    /** One table under the name of its plan. */
    public void send(SheetPlan plan, Consumer<TableWriter> rows) throws IOException {
        send(plan.name(), plan, rows);
    }

    /** One table under a name of its own. */
    public void send(String name, SheetPlan plan, Consumer<TableWriter> rows) throws IOException {
        send(name, writer -> rows.accept(writer.sheet(plan)));
    }

    /**
     * Tables as the source writes them. What is refused before the first bytes are gone is answered as a refusal and not as a file
     * without rows; what breaks later breaks the download, so that nobody takes half a list for a whole one.
     */
    public void send(String name, Consumer<TableWriter> source) throws IOException {
        response.setContentType(kind.type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ") + "." + kind.name().toLowerCase(java.util.Locale.ROOT), StandardCharsets.UTF_8)
                .build().toString());
        try {
            var writer = kind == Kind.CSV ? new CsvWriter(response.getOutputStream()) : new SheetWriter(response.getOutputStream());
            source.accept(writer);
            writer.close();
        } catch (RuntimeException refused) {
            if (!response.isCommitted()) {
                response.resetBuffer();
                response.setContentType(null);
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
            }
            throw refused;
        }
    }
}
