package org.huiyin.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Instant;
import org.huiyin.kernel.Ids;
import org.huiyin.platform.CompanyScope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Orders work for after the commit; the order is written in the caller's transaction. */
@Service
public class Jobs {

    private final ObjectProvider<SchedulerClient> scheduler;
    private final JsonMapper json;
    private final Clock clock;

    Jobs(ObjectProvider<SchedulerClient> scheduler, JsonMapper json, Clock clock) {
        this.scheduler = scheduler;
        this.json = json;
        this.clock = clock;
    }

    /** Orders the job as soon as the transaction has committed. */
    public void soon(String handler, Object payload) {
        at(clock.instant(), handler, payload);
    }

    /** Orders the job for the instant. */
    public void at(Instant when, String handler, Object payload) {
        at(when, handler, Ids.next().toString(), payload);
    }

    /** Orders the job under a key of its own: a second order with the same key changes nothing. */
    public void at(Instant when, String handler, String key, Object payload) {
        var company = CompanyScope.required();
        var envelope = new JobEnvelope(company.value(), handler, json.writeValueAsString(payload));
        var instance = JobTask.DESCRIPTOR
                .instance(company.value() + ":" + handler + ":" + key)
                .data(json.writeValueAsString(envelope))
                .scheduledTo(when);
        scheduler.getObject().scheduleIfNotExists(instance);
    }

    /** Takes the order with the key back; nothing happens when it has run already. */
    public void cancel(String handler, String key) {
        var company = CompanyScope.required();
        var id = TaskInstanceId.of(JobTask.NAME, company.value() + ":" + handler + ":" + key);
        var client = scheduler.getObject();
        if (client.getScheduledExecution(id).isPresent()) {
            client.cancel(id);
        }
    }
}
