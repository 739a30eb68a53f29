package org.huiyin.customer.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.sheets.ColumnMapping;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps imports, their files in pieces, and how lists with the same headers were understood. */
@Component
class ImportStore {

    private static final int PIECE = 1 << 18;
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    ImportStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A sentence in a form that can be stored. */
    record Stored(String key, List<String> args) {
        Sentence sentence() {
            return new Sentence(key, List.copyOf(args));
        }
    }

    void insert(UUID id, ImportKind kind, String name, long size, String sha256, PersonId by, Instant now) {
        sql.sql("""
                insert into customer.import (id, kind, state, file_name, size, sha256, uploaded_by, uploaded_at)
                values (?, ?, 'UPLOADED', ?, ?, ?, ?, ?)""")
                .params(id, kind.name(), name, size, sha256, by.value(), Timestamp.from(now))
                .update();
    }

    void keep(UUID id, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            int piece = 0;
            for (byte[] bytes = in.readNBytes(PIECE); bytes.length > 0; bytes = in.readNBytes(PIECE)) {
                sql.sql("insert into customer.import_piece (import_id, piece, bytes) values (?, ?, ?)")
                        .params(id, piece++, bytes)
                        .update();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void pour(UUID id, OutputStream out) {
        try {
            for (int piece = 0; ; piece++) {
                var bytes = sql.sql("select bytes from customer.import_piece where import_id = ? and piece = ?")
                        .params(id, piece)
                        .query(byte[].class)
                        .optional();
                if (bytes.isEmpty()) {
                    return;
                }
                out.write(bytes.get());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Optional<ImportView> find(UUID id) {
        return sql.sql("select * from customer.import where id = ?").param(id).query(this::view).optional();
    }

    /** The import, held against a second worker that takes the first one for dead. */
    Optional<ImportView> held(UUID id) {
        return sql.sql("select * from customer.import where id = ? for update").param(id).query(this::view).optional();
    }

    List<ImportView> history(@Nullable UUID onlyOf) {
        return sql.sql("select * from customer.import where (cast(:by as uuid) is null or uploaded_by = :by) order by uploaded_at desc, id desc limit 200")
                .param("by", onlyOf, java.sql.Types.OTHER)
                .query(this::view)
                .list();
    }

    /** Steps on; whoever comes second finds that the state is not the one she saw. */
    void become(ImportView from, ImportState to) {
        if (!from.state().leadsTo().contains(to)) {
            throw new BrokenRule("customer.import.stateOther", from.fileName());
        }
        int changed = sql.sql("update customer.import set state = ?, failure = null, version = version + 1 where id = ? and version = ?")
                .params(to.name(), from.id(), from.version())
                .update();
        if (changed == 0) {
            throw new BrokenRule("customer.import.stateOther", from.fileName());
        }
    }

    void stop(ImportView list, ImportState to, Sentence why) {
        become(list, to);
        sql.sql("update customer.import set failure = cast(? as jsonb) where id = ?")
                .params(json.writeValueAsString(new Stored(why.key(), why.args().stream().map(Object::toString).toList())), list.id())
                .update();
    }

    void settings(UUID id, int sheet, ColumnMapping mapping, String currency, @Nullable String base, ImportKind kind, String headers, Instant now) {
        sql.sql("update customer.import set sheet = :sheet, mapping = cast(:mapping as jsonb), currency = :currency, base = :base where id = :id")
                .param("sheet", sheet)
                .param("mapping", json.writeValueAsString(mapping))
                .param("currency", currency)
                .param("base", base)
                .param("id", id)
                .update();
        sql.sql("""
                insert into customer.import_memory (kind, headers, fields, noted_at) values (?, ?, cast(? as jsonb), ?)
                on conflict (company_id, kind, headers) do update set fields = excluded.fields, noted_at = excluded.noted_at""")
                .params(kind.name(), headers, json.writeValueAsString(mapping.remembered()), Timestamp.from(now))
                .update();
    }

    Map<String, String> remembered(ImportKind kind, String headers) {
        return sql.sql("select fields from customer.import_memory where kind = ? and headers = ?")
                .params(kind.name(), headers)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, FIELDS))
                .orElse(Map.of());
    }

    Optional<ColumnMapping> mapping(UUID id) {
        return sql.sql("select mapping from customer.import where id = ? and mapping is not null").param(id).query(String.class).optional()
                .map(text -> json.readValue(text, ColumnMapping.class));
    }

    private ImportView view(ResultSet row, int n) throws SQLException {
        var failure = row.getString("failure");
        var taken = row.getTimestamp("taken_at");
        return new ImportView(
                row.getObject("id", UUID.class),
                ImportKind.valueOf(row.getString("kind")),
                ImportState.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getInt("sheet"),
                row.getString("currency"),
                row.getString("base"),
                row.getBoolean("good_only"),
                new ImportView.Counts(row.getInt("rows_read"), row.getInt("good"), row.getInt("bad"), row.getInt("doubles"),
                        row.getInt("handled"), row.getInt("created"), row.getInt("updated"), row.getInt("same"),
                        row.getInt("undone"), row.getInt("kept"), row.getInt("left_out")),
                failure == null ? null : json.readValue(failure, Stored.class).sentence(),
                new PersonId(row.getObject("uploaded_by", UUID.class)),
                row.getTimestamp("uploaded_at").toInstant(),
                taken == null ? null : taken.toInstant(),
                row.getInt("version"));
    }
}
