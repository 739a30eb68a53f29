package org.huiyin.campaign.answers;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.huiyin.campaign.InvitationId;
import org.huiyin.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class OpeningStore {

    private final JdbcClient sql;
    private final JsonMapper json;

    OpeningStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record Row(UUID id, UUID step, String at) {}

    /** Notes first openings, each once. */
    void opened(Map<InvitationId, Instant> openings) {
        var rows = openings.entrySet().stream().map(one -> new Row(one.getKey().value(), Ids.next(), one.getValue().toString())).toList();
        sql.sql("""
                with given as materialized (
                  select * from jsonb_to_recordset(?::jsonb) as g (id uuid, step uuid, at timestamptz)
                ), moved as (
                  update campaign.invitation i set opened_at = g.at, version = i.version + 1,
                    state = case when i.state in ('PREPARED', 'SENT', 'BOUNCED') then 'OPENED' else i.state end
                  from given g where i.id = g.id and i.opened_at is null returning i.id, g.step, g.at
                )
                insert into campaign.invitation_step (id, invitation_id, step, at) select step, id, 'OPENED', at from moved""")
                .param(json.writeValueAsString(rows))
                .update();
    }
}
