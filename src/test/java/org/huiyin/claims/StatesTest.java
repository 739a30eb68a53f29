package org.huiyin.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was ended stays ended, and nothing is issued that was not approved. */
class StatesTest {

    @ParameterizedTest
    @EnumSource
    void an_ended_claim_leads_nowhere_and_only_what_was_accepted_is_settled(ClaimState state) {
        assertThat(state.leadsTo().isEmpty()).isEqualTo(Set.of(ClaimState.SETTLED, ClaimState.WITHDRAWN, ClaimState.LAPSED).contains(state)).isNotEqualTo(state.open());
        assertThat(state.leadsTo().contains(ClaimState.SETTLED)).isEqualTo(state == ClaimState.PARTLY || state == ClaimState.ACCEPTED);
        assertThat(state.leadsTo()).doesNotContain(ClaimState.DRAFT);
        assertThat(state.leadsTo().contains(ClaimState.WITHDRAWN)).isEqualTo(state.open());
    }

    @ParameterizedTest
    @EnumSource
    void only_an_approved_notice_is_issued_and_only_an_issued_one_objected_to(NoticeState state) {
        assertThat(state.leadsTo().contains(NoticeState.ISSUED)).isEqualTo(state == NoticeState.APPROVED);
        assertThat(state.leadsTo().contains(NoticeState.OBJECTED)).isEqualTo(state == NoticeState.ISSUED);
        assertThat(state.leadsTo().contains(NoticeState.UPHELD)).isEqualTo(state == NoticeState.OBJECTED);
        assertThat(state.leadsTo().contains(NoticeState.WITHDRAWN)).isEqualTo(state.prepared());
    }
}
