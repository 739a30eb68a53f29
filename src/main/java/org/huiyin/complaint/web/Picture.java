package org.huiyin.complaint.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.huiyin.complaint.MarkView;
import org.huiyin.paper.Upright;

/** A picture for paper: made small and upright, its marks drawn over it. */
final class Picture {

    private static final int LONGEST_SIDE = 1100;
    private static final int WHOLE = 1000;
    private static final Color RED = new Color(0xC62828);

    private Picture() {}

    /** As an address that stands in the page itself; empty for kinds that cannot be read here. */
    static Optional<String> printed(byte[] file, List<MarkView.Shape> shapes) {
        try {
            var upright = Upright.read(file, LONGEST_SIDE);
            if (upright.isEmpty()) {
                return Optional.empty();
            }
            draw(upright.get(), shapes);
            var out = new ByteArrayOutputStream();
            ImageIO.write(upright.get(), "jpg", out);
            return Optional.of("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(out.toByteArray()));
        } catch (IOException | RuntimeException unreadable) {
            // A damaged picture must not keep a report from being printed; the file itself is attached.
            return Optional.empty();
        }
    }

    private static void draw(BufferedImage image, List<MarkView.Shape> shapes) {
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(RED);
        pen.setStroke(new BasicStroke(Math.max(3f, image.getWidth() / 200f)));
        for (int i = 0; i < shapes.size(); i++) {
            draw(pen, shapes.get(i), image.getWidth(), image.getHeight(), i + 1);
        }
        pen.dispose();
    }

    private static void draw(Graphics2D pen, MarkView.Shape shape, int width, int height, int number) {
        double x = shape.x() * (double) width / WHOLE;
        double y = shape.y() * (double) height / WHOLE;
        double w = shape.w() * (double) width / WHOLE;
        double h = shape.h() * (double) height / WHOLE;
        switch (shape.kind()) {
            case CIRCLE -> pen.draw(new Ellipse2D.Double(Math.min(x, x + w), Math.min(y, y + h), Math.abs(w), Math.abs(h)));
            case BOX -> pen.draw(new Rectangle2D.Double(Math.min(x, x + w), Math.min(y, y + h), Math.abs(w), Math.abs(h)));
            case ARROW -> {
                pen.draw(new Line2D.Double(x, y, x + w, y + h));
                double angle = Math.atan2(h, w);
                double head = width / 30.0;
                for (double side : new double[] {angle + 2.6, angle - 2.6}) {
                    pen.draw(new Line2D.Double(x + w, y + h, x + w + head * Math.cos(side), y + h + head * Math.sin(side)));
                }
            }
        }
        pen.setFont(pen.getFont().deriveFont(Math.max(14f, width / 28f)));
        pen.drawString(String.valueOf(number), (float) Math.max(4, Math.min(x, x + w) - width / 40.0), (float) Math.max(height / 25.0, Math.min(y, y + h)));
    }
}
