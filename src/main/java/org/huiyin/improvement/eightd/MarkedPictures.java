package org.huiyin.improvement.eightd;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.huiyin.paper.Upright;
import org.huiyin.records.Attachments;
import org.springframework.stereotype.Component;

/** Draws the pictures of a report small enough to be sent, with the marked places on them. */
@Component
class MarkedPictures {

    private static final int WIDEST = 1100;
    private static final int MOST = 12;

    private final EightDs eightDs;
    private final TextStore texts;
    private final Attachments attachments;

    MarkedPictures(EightDs eightDs, TextStore texts, Attachments attachments) {
        this.eightDs = eightDs;
        this.texts = texts;
        this.attachments = attachments;
    }

    /** What could be drawn, and the names of the rest. */
    record Pictures(List<Drawn> drawn, List<String> others) {}

    /** A picture as JPEG. */
    record Drawn(String caption, byte[] jpeg, int width, int height) {}

    /** The pictures of the complaints first, then those of the steps; a format that cannot be drawn, such as HEIC, keeps its name. */
    Pictures of(EightDView eightD) {
        List<EightDSource.Picture> all = new ArrayList<>(eightDs.pictures(eightD));
        texts.all(eightD.id()).values().forEach(text -> attachments.of(text.subject()).stream().filter(f -> f.struck() == null && f.mediaType().startsWith("image/"))
                .forEach(f -> all.add(new EightDSource.Picture(f.id(), text.step() + " " + f.name(), List.of()))));
        List<Drawn> drawn = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (EightDSource.Picture picture : all) {
            var one = drawn.size() < MOST ? draw(picture) : Optional.<Drawn>empty();
            one.ifPresentOrElse(drawn::add, () -> others.add(picture.caption()));
        }
        return new Pictures(drawn, others);
    }

    private Optional<Drawn> draw(EightDSource.Picture picture) {
        try {
            var image = Upright.read(bytes(picture.file()), WIDEST);
            return image.isEmpty() ? Optional.empty() : Optional.of(drawn(picture, image.get()));
        } catch (IOException | RuntimeException unreadable) {
            // A damaged picture must not keep a report from being printed; its name stands in it.
            return Optional.empty();
        }
    }

    private byte[] bytes(UUID file) {
        var out = new ByteArrayOutputStream();
        try {
            attachments.open(file).writeTo(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static Drawn drawn(EightDSource.Picture picture, BufferedImage image) throws IOException {
        int width = Math.min(WIDEST, image.getWidth());
        int height = Math.max(1, (int) ((long) image.getHeight() * width / image.getWidth()));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.setColor(new Color(0xC0, 0x10, 0x10));
        pen.setStroke(new BasicStroke(Math.max(2f, width / 200f)));
        for (EightDSource.Mark mark : picture.marks()) {
            pen.drawRect((int) (mark.x() * width), (int) (mark.y() * height), (int) (mark.width() * width), (int) (mark.height() * height));
        }
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(small, "jpg", out);
        return new Drawn(picture.caption(), out.toByteArray(), width, height);
    }
}
