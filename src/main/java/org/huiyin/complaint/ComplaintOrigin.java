package org.huiyin.complaint;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.Actor;
import org.huiyin.voice.VoiceOrigin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leads from the customer's words to the complaint, which puts its own work on the desk. */
@Component
class ComplaintOrigin implements VoiceOrigin {

    private final Complaints complaints;
    private final JdbcClient sql;

    ComplaintOrigin(Complaints complaints, JdbcClient sql) {
        this.complaints = complaints;
        this.sql = sql;
    }

    @Override
    public String subjectType() {
        return "complaint";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Place> places(Collection<UUID> subjects) {
        return sql.sql("select id, number from complaint.complaint where id = any(:ids)").param("ids", subjects.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), new Place(row.getString("number"), "complaints/" + row.getString("number"))))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public boolean opens(Actor actor, UUID subject) {
        return actor.may("complaint.read") && actor.may("customer.readAll") || complaints.visible(actor, new ComplaintId(subject));
    }

    @Override
    public boolean asksItself() {
        return true;
    }
}
