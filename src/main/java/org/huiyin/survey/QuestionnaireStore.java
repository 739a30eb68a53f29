package org.huiyin.survey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Component
class QuestionnaireStore {

    /** Keys in order, so that the same words always have the same hash. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final JdbcClient sql;

    QuestionnaireStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<QuestionnaireVersion> find(UUID id) {
        return sql.sql("select * from survey.questionnaire_version where id = ?").param(id).query(QuestionnaireStore::read).optional();
    }

    List<QuestionnaireVersion> versions(String code) {
        return sql.sql("select * from survey.questionnaire_version where code = ? order by number desc").param(code)
                .query(QuestionnaireStore::read).list();
    }

    /** The newest version of each questionnaire. */
    List<QuestionnaireVersion> newest() {
        return sql.sql("select distinct on (code) * from survey.questionnaire_version order by code, number desc")
                .query(QuestionnaireStore::read).list();
    }

    void insert(QuestionnaireVersion version) {
        sql.sql("""
                insert into survey.questionnaire_version (id, code, number, content, content_hash, change_note, released_by, released_at)
                values (?, ?, ?, cast(? as jsonb), ?, ?, ?, ?)""")
                .params(version.id(), version.code(), version.number(), JSON.writeValueAsString(version.content()),
                        version.contentHash(), version.changeNote(), version.releasedBy().value(), Timestamp.from(version.releasedAt()))
                .update();
    }

    Optional<QuestionnaireDraft> draft(String code) {
        return sql.sql("select * from survey.questionnaire_draft where code = ?").param(code).query(QuestionnaireStore::readDraft).optional();
    }

    List<QuestionnaireDraft> drafts() {
        return sql.sql("select * from survey.questionnaire_draft order by code").query(QuestionnaireStore::readDraft).list();
    }

    void insertDraft(QuestionnaireDraft draft) {
        sql.sql("""
                insert into survey.questionnaire_draft (code, based_on, content, version, edited_by, edited_at)
                values (?, ?, cast(? as jsonb), ?, ?, ?)""")
                .params(Arrays.asList(draft.code(), draft.basedOn(), JSON.writeValueAsString(draft.content()), draft.version(),
                        draft.editedBy().value(), Timestamp.from(draft.editedAt())))
                .update();
    }

    /** False when somebody else has written in between. */
    boolean updateDraft(QuestionnaireDraft draft) {
        return sql.sql("""
                update survey.questionnaire_draft set content = cast(? as jsonb), version = version + 1, edited_by = ?, edited_at = ?
                where code = ? and version = ?""")
                .params(JSON.writeValueAsString(draft.content()), draft.editedBy().value(), Timestamp.from(draft.editedAt()),
                        draft.code(), draft.version())
                .update() == 1;
    }

    boolean deleteDraft(String code, int version) {
        return sql.sql("delete from survey.questionnaire_draft where code = ? and version = ?").params(code, version).update() == 1;
    }

    static String hash(QuestionnaireContent content) {
        try {
            byte[] bytes = JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static QuestionnaireVersion read(ResultSet row, int n) throws SQLException {
        var content = JSON.readValue(row.getString("content"), QuestionnaireContent.class);
        return new QuestionnaireVersion(row.getObject("id", UUID.class), row.getString("code"), row.getInt("number"),
                content.title(), content.intro(), content.items(), content.commentPerItem(), content.overallComment(),
                content.notApplicableAllowed(), content.minutes(), row.getString("change_note"),
                new PersonId(row.getObject("released_by", UUID.class)), row.getTimestamp("released_at").toInstant(),
                row.getString("content_hash"));
    }

    private static QuestionnaireDraft readDraft(ResultSet row, int n) throws SQLException {
        return new QuestionnaireDraft(row.getString("code"), row.getObject("based_on", UUID.class),
                JSON.readValue(row.getString("content"), QuestionnaireContent.class), row.getInt("version"),
                new PersonId(row.getObject("edited_by", UUID.class)), row.getTimestamp("edited_at").toInstant());
    }
}
