package org.huiyin.replenishment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.replenishment.NewItem;
import org.huiyin.replenishment.NewReplenishment;
import org.huiyin.replenishment.NewShipment;
import org.huiyin.replenishment.Releases;
import org.huiyin.replenishment.ReplenishmentFilter;
import org.huiyin.replenishment.ReplenishmentRow;
import org.huiyin.replenishment.ReplenishmentState;
import org.huiyin.replenishment.ReplenishmentView;
import org.huiyin.replenishment.Replenishments;
import org.huiyin.replenishment.Sources;
import org.huiyin.web.Acts;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The door of programs for replacement orders: propose, change, and each step to the customer (001/5.3.4). */
@RestController
@RequestMapping("/api/v1/replenishments")
@Tag(name = "Replacement orders")
class ReplenishmentApi {

    private final Replenishments orders;
    private final Releases releases;
    private final Sources sources;
    private final Acts<ReplenishmentView, ReplenishmentView> acts;

    ReplenishmentApi(Replenishments orders, Releases releases, Sources sources) {
        this.orders = orders;
        this.releases = releases;
        this.sources = sources;
        this.acts = new Acts<>(orders::byNumber, this::one);
    }

    public record ItemBody(@Nullable String part, @Nullable String partName, @Nullable BigDecimal quantity, @Nullable String unit, @Nullable BigDecimal price) {

        NewItem item() {
            return new NewItem(Typed.text(part), Typed.text(partName), Objects.requireNonNullElse(quantity, BigDecimal.ZERO), Typed.text(unit),
                    Objects.requireNonNullElse(price, BigDecimal.ZERO));
        }
    }

    /**
     * An order to be proposed.
     *
     * @param source return or complaint; may be missing where the number says it
     * @param number of the return or the complaint
     */
    public record OrderBody(@Nullable String source, @Nullable String number, @Nullable Boolean urgent, @Nullable LocalDate wantedBy, @Nullable String reason,
            @Nullable List<ItemBody> items) {

        NewReplenishment order(SubjectRef subject) {
            return new NewReplenishment(subject, Boolean.TRUE.equals(urgent), wantedBy, Typed.text(reason),
                    Typed.each(items, ItemBody::item));
        }
    }

    /** @param version the version that was read */
    public record ChangeBody(@Nullable Boolean urgent, @Nullable LocalDate wantedBy, @Nullable String reason, @Nullable List<ItemBody> items, int version) {}

    public record ReasonBody(@Nullable String reason, int version) {}

    public record DayBody(@Nullable LocalDate day, int version) {}

    public record ShipmentBody(@Nullable LocalDate day, @Nullable String deliveryNote, @Nullable String carrier, int version) {}

    public record ReceiptBody(@Nullable LocalDate day, @Nullable String words, int version) {}

    @GetMapping
    @Operation(summary = "Replacement orders, urgent ones in front, then what must leave first")
    public List<ReplenishmentRow> list(Actor actor, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable ReplenishmentState state,
            @RequestParam(defaultValue = "false") boolean open, @RequestParam(defaultValue = "false") boolean late, @RequestParam(defaultValue = "false") boolean urgent,
            @RequestParam(defaultValue = "false") boolean outstanding, @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to, @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        return orders.list(actor, new ReplenishmentFilter(q, state, open, late, urgent, false, outstanding, null, null, from, to, page, size));
    }

    @GetMapping("/{number}")
    @Operation(summary = "One order with its goods, the orders that were added up, and its history")
    public ReplenishmentView one(Actor actor, @PathVariable String number) {
        return orders.byNumber(actor, number);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose a replacement order for a return or a complaint; the sum decides who approves")
    public ReplenishmentView propose(Actor actor, @RequestBody OrderBody body) {
        actor.mustHave("replenish.propose");
        var subject = sources.byNumber(actor, Typed.text(body.source()), Typed.text(body.number()))
                .orElseThrow(() -> new InvalidInput("number", "replenishment.invalid.source"));
        return orders.get(orders.propose(actor, body.order(subject)));
    }

    @PutMapping("/{number}")
    @Operation(summary = "Change an order; its approval starts anew")
    public ReplenishmentView change(Actor actor, Page page, @PathVariable String number, @RequestBody ChangeBody body) {
        var view = orders.byNumber(actor, number);
        var order = new OrderBody(null, null, body.urgent(), body.wantedBy(), body.reason(), body.items()).order(view.row().source());
        orders.change(actor, view.id(), order, body.version(), page.t("replenishment.askedAnew"));
        return one(actor, number);
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Take an order back that one has proposed")
    public ReplenishmentView withdraw(Actor actor, @PathVariable String number, @RequestBody ReasonBody body) {
        return acts.on(actor, number, r -> orders.withdraw(actor, r.id(), Typed.text(body.reason()), body.version()));
    }

    @PostMapping("/{number}/release")
    @Operation(summary = "Release an urgent order before its approval, with the reason; the approval stays outstanding")
    public ReplenishmentView release(Actor actor, @PathVariable String number, @RequestBody ReasonBody body) {
        releases.release(actor, orders.byNumber(actor, number).id(), Typed.text(body.reason()), body.version());
        return one(actor, number);
    }

    @PostMapping("/{number}/schedule")
    @Operation(summary = "Say on which day the goods leave")
    public ReplenishmentView schedule(Actor actor, @PathVariable String number, @RequestBody DayBody body) {
        return acts.on(actor, number, r -> orders.scheduled(actor, r.id(), body.day(), body.version()));
    }

    @PostMapping("/{number}/shipment")
    @Operation(summary = "Note that the goods have left")
    public ReplenishmentView ship(Actor actor, @PathVariable String number, @RequestBody ShipmentBody body) {
        return acts.on(actor, number, r ->
                orders.shipped(actor, r.id(), new NewShipment(body.day(), Typed.text(body.deliveryNote()), Typed.text(body.carrier())), body.version()));
    }

    @PostMapping("/{number}/receipt")
    @Operation(summary = "Note that the customer has the goods")
    public ReplenishmentView receive(Actor actor, @PathVariable String number, @RequestBody ReceiptBody body) {
        return acts.on(actor, number, r -> orders.received(actor, r.id(), body.day(), Typed.text(body.words()), body.version()));
    }
}
