package org.huiyin.notification.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.notification.Webhooks;
import org.huiyin.web.Errors;
import org.huiyin.web.MenuEntry;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Foreign addresses that are told of events. */
@Controller
@RequestMapping("/c/{company}/webhooks")
class WebhookPages {

    private final Webhooks webhooks;

    WebhookPages(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    ModelAndView list(Actor actor, Page page) {
        return new ModelAndView("notification/webhooks", listModel(actor, page, WebhookForm.EMPTY));
    }

    private Map<String, Object> listModel(Actor actor, Page page, WebhookForm form) {
        return Map.of("rows", webhooks.all(actor), "events", events(page), "form", form);
    }

    private List<Option> events(Page page) {
        return webhooks.events().stream().map(event -> new Option(event.code(), page.say(event.label()))).toList();
    }

    /** The answer shows the secret, this once. */
    @PostMapping
    ModelAndView add(Actor actor, Page page, WebhookForm form) {
        try {
            var fresh = webhooks.add(actor, form.address(), form.chosen());
            return new ModelAndView("notification/webhook_secret", Map.of("fresh", fresh, "url", form.address()));
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("notification/webhooks", listModel(actor, page, form));
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(Actor actor, Page page, @PathVariable UUID id) {
        return new ModelAndView("notification/webhook", model(actor, page, id, WebhookForm.of(webhooks.get(actor, id))));
    }

    private Map<String, Object> model(Actor actor, Page page, UUID id, WebhookForm form) {
        return Map.of("webhook", webhooks.get(actor, id), "deliveries", webhooks.deliveries(actor, id), "events", events(page), "form", form);
    }

    @PostMapping("/{id}")
    Object change(Actor actor, Page page, @PathVariable UUID id, WebhookForm form, RedirectAttributes redirect) {
        try {
            webhooks.change(actor, id, form.address(), form.chosen(), form.wanted(), form.seen());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("notification/webhook", model(actor, page, id, form));
        }
        Notice.done("notification.webhook.changed").on(redirect);
        return "redirect:" + page.to("webhooks", id);
    }

    @PostMapping("/{id}/test")
    String test(Actor actor, Page page, @PathVariable UUID id, RedirectAttributes redirect) {
        webhooks.test(actor, id);
        Notice.done("notification.webhook.tested").on(redirect);
        return "redirect:" + page.to("webhooks", id);
    }

    @PostMapping("/{id}/deliveries/{delivery}/again")
    String again(Actor actor, Page page, @PathVariable UUID id, @PathVariable UUID delivery, RedirectAttributes redirect) {
        webhooks.again(actor, delivery);
        Notice.done("notification.webhook.ordered").on(redirect);
        return "redirect:" + page.to("webhooks", id);
    }

    /** For operators and the auditor. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry webhooksEntry() {
            return MenuEntry.of(MenuEntry.Group.EVIDENCE, 94, "plug", "notification.webhooks", "webhooks").forReaders(MailPages::reads);
        }
    }
}
