package org.huiyin.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class CalendarStore {

    private final JdbcClient sql;
    private final JsonMapper json;

    CalendarStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    CalendarView settings() {
        return sql.sql("select * from organization.calendar").query(this::settings).single();
    }

    boolean update(Set<DayOfWeek> weekend, int version, PersonId by, Instant at) {
        var days = weekend.stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new);
        return sql.sql("update organization.calendar set weekend = ?, version = version + 1, changed_by = ?, changed_at = ? where version = ?")
                        .params(days, by.value(), Timestamp.from(at), version)
                        .update()
                == 1;
    }

    /** Who changed the week in between, and how it is now beside how it was wanted. */
    StaleRecord stale(Set<DayOfWeek> yours) {
        var now = settings();
        return sql.sql("""
                select p.name, c.changed_at from organization.calendar c
                join organization.person p on p.company_id = c.company_id and p.id = c.changed_by""")
                .query((row, n) -> new StaleRecord(row.getString("name"), row.getTimestamp("changed_at").toInstant(), now.version(), changes(now.weekend(), yours)))
                .single();
    }

    private static List<StaleRecord.Change> changes(Set<DayOfWeek> theirs, Set<DayOfWeek> yours) {
        return theirs.equals(yours) ? List.of() : List.of(StaleRecord.Change.of("weekend", new Sentence("organization.calendar.weekend"),
                numbers(theirs), numbers(yours)));
    }

    private static List<String> numbers(Set<DayOfWeek> days) {
        return days.stream().map(DayOfWeek::getValue).sorted().map(String::valueOf).toList();
    }

    /** The years known to the bound company; its own import of a year stands before what ships with Huiyin. */
    List<ScheduleView> years(String region) {
        return sql.sql("""
                select year, source, true as own from organization.calendar_year
                union all
                select year, source, false from platform.holiday_year h where region = ?
                  and not exists (select 1 from organization.calendar_year o where o.year = h.year)
                order by year""")
                .param(region)
                .query((row, n) -> new ScheduleView(row.getInt("year"), row.getString("source"), row.getBoolean("own")))
                .list();
    }

    List<YearSchedule> schedules(String region) {
        Map<Integer, List<CalendarDay>> days = published(region).stream()
                .collect(Collectors.groupingBy(day -> day.date().getYear(), TreeMap::new, Collectors.toList()));
        return years(region).stream()
                .map(year -> new YearSchedule(year.year(), days.getOrDefault(year.year(), List.of())))
                .toList();
    }

    private List<CalendarDay> published(String region) {
        return sql.sql("""
                select day, working, names from organization.calendar_published
                union all
                select day, working, names from platform.holiday where region = ?
                  and not exists (select 1 from organization.calendar_year o where o.year = extract(year from day))
                order by day""").param(region).query(this::publishedDay).list();
    }

    List<CalendarDay> exceptions() {
        return sql.sql("select * from organization.calendar_day order by day")
                .query((row, n) -> new CalendarDay(row.getObject("day", LocalDate.class), kind(row),
                        new Label(Map.of("zh-CN", row.getString("name")))))
                .list();
    }

    void putException(LocalDate day, boolean working, String name) {
        sql.sql("""
                insert into organization.calendar_day (day, working, name) values (?, ?, ?)
                on conflict (company_id, day) do update set working = excluded.working, name = excluded.name""")
                .params(day, working, name)
                .update();
    }

    boolean dropException(LocalDate day) {
        return sql.sql("delete from organization.calendar_day where day = ?").param(day).update() == 1;
    }

    void putYear(YearSchedule schedule, String source, PersonId by, Instant at) {
        dropYear(schedule.year());
        sql.sql("insert into organization.calendar_year (year, source, imported_by, imported_at) values (?,?,?,?)")
                .params(Arrays.asList(schedule.year(), source, by.value(), Timestamp.from(at)))
                .update();
        schedule.days().forEach(day -> sql.sql("insert into organization.calendar_published (day, year, working, names) values (?, ?, ?, cast(? as jsonb))")
                .params(day.date(), schedule.year(), day.kind() == CalendarDay.Kind.WORK, json.writeValueAsString(day.name()))
                .update());
    }

    boolean dropYear(int year) {
        sql.sql("delete from organization.calendar_published where year = ?").param(year).update();
        return sql.sql("delete from organization.calendar_year where year = ?").param(year).update() == 1;
    }

    /** What ships with Huiyin, the same for every company of the installation. */
    void seed(String region, YearSchedule schedule, String source) {
        sql.sql("insert into platform.holiday_year (region, year, source) values (?,?,?) on conflict (region, year) do update set source = excluded.source")
                .params(region, schedule.year(), source)
                .update();
        sql.sql("delete from platform.holiday where region = ? and extract(year from day) = ?").params(region, schedule.year()).update();
        schedule.days().forEach(day -> sql.sql("insert into platform.holiday (region, day, working, names) values (?, ?, ?, cast(? as jsonb))")
                .params(region, day.date(), day.kind() == CalendarDay.Kind.WORK, json.writeValueAsString(day.name()))
                .update());
    }

    private CalendarView settings(ResultSet row, int n) throws SQLException {
        var weekend = EnumSet.noneOf(DayOfWeek.class);
        for (var day : (Integer[]) row.getArray("weekend").getArray()) {
            weekend.add(DayOfWeek.of(day));
        }
        return new CalendarView(row.getString("region"), weekend, row.getInt("version"));
    }

    private CalendarDay publishedDay(ResultSet row, int n) throws SQLException {
        return new CalendarDay(row.getObject("day", LocalDate.class), kind(row), json.readValue(row.getString("names"), Label.class));
    }

    private static CalendarDay.Kind kind(ResultSet row) throws SQLException {
        return row.getBoolean("working") ? CalendarDay.Kind.WORK : CalendarDay.Kind.OFF;
    }
}
