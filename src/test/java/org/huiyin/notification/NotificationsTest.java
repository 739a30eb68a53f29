package org.huiyin.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.Postbox;
import org.huiyin.TestClock;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.NewPerson;
import org.huiyin.organization.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class NotificationsTest {

    @Autowired Cast cast;
    @Autowired Notifications notifications;
    @Autowired People people;
    @Autowired Later later;
    @Autowired TestClock clock;

    @Test
    void everybody_sees_her_own_notices_and_reads_them() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var head = troupe.salesHead();
        troupe.run(() -> {
            tell(troupe, List.of(clerk.id(), head.id(), clerk.id(), PersonId.SYSTEM), "sample", "一");
            tell(troupe, List.of(clerk.id()), "unheard", "二");
            assertThat(notifications.inbox(clerk, false, null, 0, 10)).extracting(note -> note.title().args().getFirst())
                    .containsExactly("二", "一");
            assertThat(notifications.inbox(clerk, false, "other", 0, 10)).hasSize(1);
            assertThat(notifications.unread(clerk.id())).isEqualTo(2);
            var heads = notifications.inbox(head, true, null, 0, 10).getFirst().id();
            notifications.markRead(clerk, List.of(heads));
            assertThat(notifications.unread(head.id())).as("nobody reads for somebody else").isEqualTo(1);
            notifications.markAllRead(clerk);
            assertThat(notifications.unread(clerk.id())).isZero();
            assertThat(notifications.inbox(clerk, false, null, 0, 10)).allMatch(NoteView::read);
        });
    }

    @Test
    void what_people_wish_also_comes_by_mail_in_their_language() throws Exception {
        var troupe = cast.company("P001");
        var reader = withMail(troupe, "reader@ours.example", "en");
        try (var post = Postbox.open()) {
            troupe.run(() -> tell(troupe, List.of(reader.id()), "sample", "a visit"));
            later.runDueJobs();
            assertThat(post.to("reader@ours.example")).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("a visit");
                assertThat(mail.getContent().toString()).contains("Dear Reader");
            });
            troupe.run(() -> {
                notifications.wish(reader, new Wishes(Set.of("other", "no such kind"), false));
                assertThat(notifications.wishesOf(reader.id())).isEqualTo(new Wishes(Set.of("other"), false));
                tell(troupe, List.of(reader.id()), "sample", "another");
            });
            later.runDueJobs();
            assertThat(post.to("reader@ours.example")).hasSize(1);
        }
    }

    @Test
    void the_summary_comes_once_a_day_at_half_past_eight() throws Exception {
        var troupe = cast.company("P001");
        var reader = withMail(troupe, "digest@ours.example", null);
        clock.set("2026-03-17T18:00");
        troupe.run(() -> tell(troupe, List.of(reader.id()), "unheard", "晚上的事"));
        try (var post = Postbox.open()) {
            clock.set("2026-03-18T08:29");
            later.runRoutine(troupe.id(), "notification.digest");
            assertThat(post.to("digest@ours.example")).isEmpty();
            clock.set("2026-03-18T08:30");
            later.runRoutine(troupe.id(), "notification.digest");
            later.runRoutine(troupe.id(), "notification.digest");
            assertThat(post.to("digest@ours.example")).singleElement()
                    .satisfies(mail -> assertThat(mail.getContent().toString()).contains("晚上的事"));
            clock.set("2026-03-19T08:31");
            later.runRoutine(troupe.id(), "notification.digest");
            assertThat(post.to("digest@ours.example")).as("nothing new, no mail").hasSize(1);
        }
    }

    private Actor withMail(Cast.Troupe troupe, String address, String language) {
        return troupe.in(() -> {
            var id = people.add(troupe.admin(), new NewPerson("Reader", null, address, null, language), Set.of("QUALITY"));
            return people.actor(id).orElseThrow();
        });
    }

    private void tell(Cast.Troupe troupe, List<PersonId> who, String type, String words) {
        notifications.tell(who, new Sentence("web.verbatim", words), new SubjectRef(type, UUID.randomUUID()), "somewhere");
    }
}
