package org.huiyin.platform.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.kernel.CompanyId;
import org.huiyin.platform.CompanyScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Connects handlers and routines with the scheduler, which claims each due job once among all instances. */
@Configuration(proxyBeanMethods = false)
class JobTask {

    static final String NAME = "job";
    static final TaskDescriptor<String> DESCRIPTOR = TaskDescriptor.of(NAME, String.class);

    private static final Logger log = LoggerFactory.getLogger(JobTask.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final JsonMapper json;

    JobTask(JsonMapper json) {
        this.json = json;
    }

    @Bean
    Task<String> oneTimeJobs(ObjectProvider<JobHandler<?>> handlers) {
        return Tasks.oneTime(DESCRIPTOR)
                .onFailure((complete, operations) -> failed(handlers, complete, operations))
                .execute((instance, context) -> run(handlers, instance.getData()));
    }

    @Bean
    Task<Void> companyRoutines(ObjectProvider<CompanyRoutine> routines, JdbcClient sql) {
        var last = new java.util.concurrent.ConcurrentHashMap<String, Instant>();
        return Tasks.recurring("routines", FixedDelay.ofSeconds(5)).execute((instance, context) -> {
            var due = routines.orderedStream()
                    .filter(routine -> isDue(last, routine, context.getExecution().getExecutionTime()))
                    .toList();
            companies(sql).forEach(company -> due.forEach(routine -> runSafely(company, routine)));
        });
    }

    /** Payloads are stored as readable JSON, not as serialised Java. */
    @Bean
    DbSchedulerCustomizer readableJobs() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new TextSerializer());
            }
        };
    }

    private static boolean isDue(Map<String, Instant> last, CompanyRoutine routine, Instant now) {
        var before = last.get(routine.name());
        if (before != null && before.plus(routine.every()).isAfter(now)) {
            return false;
        }
        last.put(routine.name(), now);
        return true;
    }

    private static List<CompanyId> companies(JdbcClient sql) {
        return sql.sql("select id from platform.company order by created_at")
                .query((row, n) -> new CompanyId(row.getObject(1, java.util.UUID.class)))
                .list();
    }

    private static void runSafely(CompanyId company, CompanyRoutine routine) {
        try {
            CompanyScope.run(company, routine::run);
        } catch (RuntimeException failure) {
            log.error("routine {} failed for company {}", routine.name(), company.value(), failure);
        }
    }

    private void run(ObjectProvider<JobHandler<?>> handlers, String data) {
        var envelope = json.readValue(data, JobEnvelope.class);
        CompanyScope.run(new CompanyId(envelope.company()), () -> handle(find(handlers, envelope), envelope));
    }

    private <P> void handle(JobHandler<P> handler, JobEnvelope envelope) {
        handler.handle(json.readValue(envelope.payload(), handler.payload()));
    }

    private static JobHandler<?> find(ObjectProvider<JobHandler<?>> handlers, JobEnvelope envelope) {
        Map<String, JobHandler<?>> byName =
                handlers.stream().collect(Collectors.toMap(JobHandler::name, Function.identity()));
        var handler = byName.get(envelope.handler());
        if (handler == null) {
            throw new IllegalStateException("no handler is named " + envelope.handler());
        }
        return handler;
    }

    private void failed(
            ObjectProvider<JobHandler<?>> handlers, ExecutionComplete complete, ExecutionOperations<String> operations) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        var envelope = json.readValue((String) complete.getExecution().taskInstance.getData(), JobEnvelope.class);
        var handler = find(handlers, envelope);
        var cause = complete.getCause().orElse(new IllegalStateException("no cause was given"));
        if (failures >= handler.attempts()) {
            log.error("job {} is given up after {} attempts", envelope.handler(), failures, cause);
            CompanyScope.run(new CompanyId(envelope.company()), () -> giveUp(handler, envelope, cause));
            operations.stop();
            return;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 20));
        operations.reschedule(complete, complete.getTimeDone().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }

    private <P> void giveUp(JobHandler<P> handler, JobEnvelope envelope, Throwable cause) {
        handler.givenUp(json.readValue(envelope.payload(), handler.payload()), cause);
    }

    private static final class TextSerializer implements Serializer {
        @Override
        public byte[] serialize(Object data) {
            return data == null ? new byte[0] : data.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte[] stored) {
            return type.cast(stored == null || type != String.class ? null : new String(stored, StandardCharsets.UTF_8));
        }
    }
}
