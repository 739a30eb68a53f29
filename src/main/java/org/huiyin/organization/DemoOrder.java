package org.huiyin.organization;

import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.platform.jobs.JobHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has the demo company filled after it is founded; half a demo is not tried a second time. */
@Component
class DemoOrder implements JobHandler<DemoOrder.Order> {

    static final String NAME = "organization.demo";

    private final ObjectProvider<DemoSource> sources;
    private final Companies companies;
    private final People people;

    DemoOrder(ObjectProvider<DemoSource> sources, Companies companies, People people) {
        this.sources = sources;
        this.companies = companies;
        this.people = people;
    }

    record Order(UUID administrator, String procedure) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Order> payload() {
        return Order.class;
    }

    @Override
    public void handle(Order order) {
        var administrator = people.actor(new PersonId(order.administrator())).orElseThrow();
        sources.stream().filter(demo -> demo.procedure().equals(order.procedure())).forEach(demo -> demo.furnish(companies.current(), administrator));
    }

    @Override
    public int attempts() {
        return 1;
    }
}
