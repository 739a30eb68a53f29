package org.huiyin.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos as phones write them stand upright on paper. */
public class UprightTest {

    /** A picture 60 wide and 40 high, its left half red, with the orientation in its EXIF. */
    public static byte[] photo(int orientation) {
        var image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 30, 40);
        pen.setColor(Color.BLUE);
        pen.fillRect(30, 0, 30, 40);
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "jpg", out);
            byte[] plain = out.toByteArray();
            byte[] exif = {(byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0,
                0, 0, 0, 0};
            var whole = new ByteArrayOutputStream();
            whole.write(plain, 0, 2);
            whole.write(exif);
            whole.write(plain, 2, plain.length - 2);
            return whole.toByteArray();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 60, 40, 10, 20", "3, 60, 40, 50, 20", "6, 40, 60, 20, 10", "8, 40, 60, 20, 50"})
    void the_red_side_stands_where_the_photographer_saw_it(int orientation, int width, int height, int x, int y) throws IOException {
        var upright = Upright.read(photo(orientation), 1100).orElseThrow();
        assertThat(upright.getWidth()).isEqualTo(width);
        assertThat(upright.getHeight()).isEqualTo(height);
        var seen = new Color(upright.getRGB(x, y));
        assertThat(seen.getRed()).isGreaterThan(200);
        assertThat(seen.getBlue()).isLessThan(60);
    }

    @Test
    void what_is_no_picture_that_java_reads_is_empty() throws IOException {
        assertThat(Upright.read(new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c'}, 1100)).isEmpty();
    }
}
