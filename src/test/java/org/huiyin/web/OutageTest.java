package org.huiyin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.multipart.MultipartException;

class OutageTest {

    @ParameterizedTest
    @CsvSource({"57P01, 503, away", "57P02, 503, away", "57P03, 503, away", "08006, 503, away", "53300, 503, away", "53100, 507, full"})
    void what_the_database_says_of_itself_is_said_in_plain_words(String state, int status, String kind) {
        var failure = Failures.failure(new UncategorizedSQLException("insert", "insert", new SQLException("FATAL", state)));
        assertThat(failure.status().value()).isEqualTo(status);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.reference()).isNull();
    }

    @Test
    void a_connection_that_cannot_be_had_is_an_outage_and_a_full_disk_too() {
        var waited = new CannotCreateTransactionException("no", new SQLTransientConnectionException("not available, request timed out after 10000ms"));
        assertThat(Failures.failure(waited).kind()).isEqualTo("away");
        assertThat(Failures.failure(new DataAccessResourceFailureException("no", new SQLException("closed", "08003"))).kind()).isEqualTo("away");
        var upload = new MultipartException("Failed to parse", new IOException("/tmp/upload_1.tmp: No space left on device"));
        assertThat(Failures.failure(upload).status().value()).isEqualTo(507);
    }

    @Test
    void a_mistake_of_ours_stays_a_bug_and_an_unknown_reference_is_said() {
        assertThat(Failures.failure(new UncategorizedSQLException("x", "x", new SQLException("syntax", "42601"))).kind()).isEqualTo("bug");
        var reference = new DataIntegrityViolationException("x", new SQLException("violates foreign key", "23503"));
        assertThat(Failures.failure(reference).status().value()).isEqualTo(422);
        assertThat(Failures.failure(new DataIntegrityViolationException("x", new SQLException("check", "23514"))).kind()).isEqualTo("bug");
    }
}
