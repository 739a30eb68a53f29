package org.huiyin.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String LINK = "https://huiyin.example/a/3f9c1b7e5d2a4c6e8f0a1b2c3d4e5f60";

    @Test
    void canBeReadAgain() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(QrCode.png(LINK, 400)));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(LINK);
    }

    @Test
    void drawsOnePath() {
        assertThat(QrCode.svg(LINK)).startsWith("<svg ").contains("<path ").doesNotContain("style=");
    }
}
