package org.huiyin;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** What the tests put in the place of time: a clock that they set and jobs that they let run. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Cast.class, Later.class})
class TestStage {

    @Bean
    TestClock clock() {
        return new TestClock(ZoneOffset.UTC);
    }

    /** What the application sees: the test's time, or the past that the demo data binds. */
    @Bean
    @org.springframework.context.annotation.Primary
    java.time.Clock workClock(TestClock clock) {
        return new org.huiyin.platform.WorkClock(clock);
    }

    @Bean
    SettableClock jobClock() {
        return new SettableClock();
    }

    @Bean
    ManualScheduler manualScheduler(DataSource database, List<Task<?>> tasks, SettableClock jobClock, List<DbSchedulerCustomizer> customizers) {
        var oneTime = tasks.stream().filter(task -> task.getName().equals("job")).toList();
        Serializer serializer = customizers.stream().flatMap(c -> c.serializer().stream()).findFirst().orElseThrow();
        var builder = TestHelper.createManualScheduler(new TransactionAwareDataSourceProxy(database), List.copyOf(oneTime));
        builder.clock(jobClock);
        builder.serializer(serializer);
        builder.tableName("platform.scheduled_tasks");
        return builder.build();
    }
}
