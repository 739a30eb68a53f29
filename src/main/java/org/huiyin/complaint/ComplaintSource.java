package org.huiyin.complaint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.improvement.eightd.EightDSource;
import org.huiyin.records.Attachments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells an 8D about the complaints that it answers. */
@Component
class ComplaintSource implements EightDSource {

    private static final double WHOLE = 1000;

    private final ComplaintStore store;
    private final Attachments attachments;
    private final MarkStore marks;

    ComplaintSource(ComplaintStore store, Attachments attachments, MarkStore marks) {
        this.store = store;
        this.attachments = attachments;
        this.marks = marks;
    }

    @Override
    public String subjectType() {
        return "complaint";
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SourceLine> line(UUID subject) {
        return store.find(new ComplaintId(subject)).map(k -> new SourceLine(k.number(), k.customerNumber().isEmpty() ? null : k.customerNumber(),
                k.who().isEmpty() ? null : k.who(), k.text(), k.lines().stream().map(ComplaintSource::part).toList(), "complaints/" + k.number()));
    }

    private static PartLine part(LineView l) {
        return new PartLine(l.part(), l.partName(), l.lot(), l.serial(), l.quantity(), l.unit(), l.defectName(), l.foundAt());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> byNumber(String number) {
        return store.find(number.strip().toUpperCase(java.util.Locale.ROOT)).map(k -> k.id().value());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Picture> pictures(UUID subject) {
        return attachments.of(new ComplaintId(subject).subject()).stream().filter(f -> f.mediaType().startsWith("image/") && f.struck() == null)
                .map(f -> new Picture(f.id(), f.name(), marks.of(f.id()).map(MarkView::shapes).orElse(List.of()).stream().map(ComplaintSource::mark).toList())).toList();
    }

    private static Mark mark(MarkView.Shape s) {
        return new Mark(Math.min(s.x(), s.x() + s.w()) / WHOLE, Math.min(s.y(), s.y() + s.h()) / WHOLE, Math.abs(s.w()) / WHOLE, Math.abs(s.h()) / WHOLE, s.note());
    }
}
