package org.huiyin.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.NotFound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class PresetsTest {

    @Autowired Cast cast;
    @Autowired Procedures procedures;
    @Autowired Presets presets;

    @ParameterizedTest
    @ValueSource(strings = {"P000", "P001", "P002", "P003", "P004", "BLANK"})
    void a_company_starts_with_its_preset_as_version_1(String preset) {
        var troupe = cast.company(preset);
        troupe.run(() -> {
            var version = procedures.inForce();
            assertThat(version.number()).isEqualTo(1);
            assertThat(version.preset()).isEqualTo(preset);
            assertThat(version.contentHash()).isEqualTo(version.content().hash());
            assertThat(version.effectiveFrom()).isEqualTo(procedures.today().minusYears(1));
            assertThat(procedures.inForceOn(LocalDate.of(2001, 1, 1)).id()).isEqualTo(version.id());
            assertThat(version.prefix("round")).isEqualTo("DC");
            assertThat(version.formNumber("survey")).isNotBlank();
        });
    }

    @Test
    @Clause("001/7.1–7.8")
    void the_forms_print_their_numbers() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var version = procedures.inForce();
            assertThat(version.formNumber("customerList")).isEqualTo("QP-12-07");
            assertThat(version.formNumber("survey")).isEqualTo("DC-FM-04");
            assertThat(version.formRevision("survey")).isEqualTo("A0");
        });
    }

    @Test
    void another_company_cannot_read_a_version() {
        var ours = cast.company("P001");
        var theirs = cast.company("P001");
        var id = theirs.in(() -> procedures.inForce().id());
        assertThat(theirs.in(() -> procedures.byId(id)).number()).isEqualTo(1);
        ours.run(() -> assertThatThrownBy(() -> procedures.byId(id)).isInstanceOf(NotFound.class));
    }

    @Test
    void an_unknown_preset_is_refused() {
        assertThatThrownBy(() -> presets.content("P999")).isInstanceOf(BrokenRule.class);
    }
}
