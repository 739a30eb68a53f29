package org.huiyin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load program, writing the rows of an answer in one statement under the application's role. */
final class PgBench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    /** The rows that a submission adds: the answer, the step of its invitation, the entry of the audit trail. */
    private static final String SCRIPT = """
            \\set n :n + 1
            with i as (
              select * from campaign.invitation where number = 'P%1$d-' || cast(:client_id as text) || '-' || cast(:n as text)
            ), put as (
              insert into campaign.answer (id, round_id, invitation_id, customer_id, contact_id, stratum, weight, items, comments, wanted, score,
                answered_share, channel, language, staff_device, seconds, late, profile_version, questionnaire_version, submitted_at)
              select uuidv7(), round_id, id, customer_id, contact_id, stratum, weight, '{"appearance":"SATISFIED","dimensions":"SATISFIED","packaging":"VERY_SATISFIED","performance":"SATISFIED","life":"INDIFFERENT","improvement":"SATISFIED","delivery":"VERY_SATISFIED","transport":"SATISFIED","price":"INDIFFERENT","service":"SATISFIED"}'::jsonb,
                '{}', '{}', 86, 1, 'MAIL', 'zh-CN', false, 60, false, '%2$s', '%3$s', now() from i
              returning id, invitation_id
            ), stepped as (
              insert into campaign.invitation_step (id, invitation_id, step, at) select uuidv7(), invitation_id, 'ANSWERED', now() from put
            )
            insert into audit.entry (id, at, subject_type, subject_id, verb, before, after, mark)
            select uuidv7(), now(), 'answer', id, 'submit', '{}',
              '{"round":"01900004-0000-7000-8000-000000000001","invitation":"01900003-0000-7000-8000-000000000001","channel":"MAIL","score": 86,"late": false}',
              '\\x0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef' from put;
            """;

    private PgBench() {}

    /** What it did. */
    record Work(double perSecond, double p50, double p99) {}

    static boolean there() {
        return Files.isExecutable(Path.of("/usr/bin/pgbench"));
    }

    static Work run(House house, Volume volume, int clients, int each) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("pgbench");
        var script = Files.writeString(folder.resolve("answer.sql"), SCRIPT.formatted(clients, volume.profile, volume.questionnaire));
        var command = List.of("/usr/bin/pgbench", "-n", "-M", "prepared", "-h", "127.0.0.1", "-p", Integer.toString(house.databasePort()), "-U", "huiyin_app",
                "-c", Integer.toString(clients), "-j", Integer.toString(Math.min(2, clients)), "-t", Integer.toString(each), "-D", "n=0", "-l",
                "--log-prefix=" + folder.resolve("log"), "-f", script.toString(), "huiyin");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", house.secret("app.password"));
        builder.environment().put("PGOPTIONS", "-c huiyin.company=" + volume.company);
        var process = builder.start();
        var words = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        var rate = RATE.matcher(words);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException("pgbench: " + words);
        }
        var latencies = latencies(folder);
        return new Work(Double.parseDouble(rate.group(1)), Crowd.Work.quantile(latencies, 0.5), Crowd.Work.quantile(latencies, 0.99));
    }

    private static double[] latencies(Path folder) throws IOException {
        var all = new ArrayList<Double>();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (file.getFileName().toString().startsWith("log")) {
                    Files.readAllLines(file).forEach(line -> all.add(Long.parseLong(line.split(" ")[2]) / 1000.0));
                }
                Files.delete(file);
            }
        }
        Files.delete(folder);
        return all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
