package shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/**
 * Invents the shop's data as it was before any migration, the same every time. Run it to renew the fixture:
 * {@code java src/test/java/shop/ShopData.java src/test/dynamodb/Shop.jsonl.gz}.
 */
public final class ShopData {
    private static final int CUSTOMERS = 5_000;
    private static final int ORDERS = 12_000;

    private static final List<String> FIRST =
            words("Ada,Aisha,Björn,Carmen,Chiara,Dmitri,Elif,Emeka,Femke,Grace,Hana,Ines,Jonas,Kofi,Lena,Mateo,Mei,"
                    + "Nadia,Olu,Priya,Quentin,Rosa,Søren,Tomás,Uma,Viktor,Wanda,Ximena,Yuki,Zoë");
    private static final List<String> LAST =
            words("Abebe,Andersson,Bauer,Chen,Costa,de la Cruz,Demir,Dubois,Eriksen,Fischer,García,Haddad,Ivanova,"
                    + "Jansen,Kowalska,Lindqvist,Moreau,Mwangi,Nakamura,Novák,Okafor,O'Brien,Papadopoulos,Rossi,Santos,"
                    + "Singh,Tanaka,van den Berg,Weber,Yilmaz");
    private static final List<String> STATUS = words("OPEN,PAID,SHIPPED,DELIVERED,DELIVERED,RETURNED");
    private static final List<String> ARTICLE = words("teapot,lamp,kettle,notebook,scarf,clock,vase");

    private final Random random = new Random(20_261_124);

    private ShopData() {}

    public static void main(String[] arguments) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            out.write(text().getBytes(UTF_8));
        }
    }

    /** One JSON object per line and item. */
    static String text() {
        var text = new StringBuilder();
        new ShopData().write(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private void write(Consumer<String> lines) {
        for (int id = 1; id <= CUSTOMERS; id++) {
            lines.accept(customer(id));
            lines.accept(points(id));
        }
        for (int id = 1; id <= ORDERS; id++) {
            lines.accept(order(id));
        }
    }

    private String customer(int id) {
        return line("""
                {"pk":"CUSTOMER#%05d","sk":"PROFILE","fullName":"%s %s",\
                "email":"customer%d@example.com","since":"%s"}""", id, any(FIRST), any(LAST), id, day());
    }

    private String points(int id) {
        return line("""
                {"pk":"CUSTOMER#%05d","sk":"POINTS","balance":%d}""", id, random.nextInt(2_000));
    }

    private String order(int id) {
        var quantity = 1 + random.nextInt(4);
        var price = BigDecimal.valueOf(199 + random.nextInt(20_000), 2);
        return line(
                """
                {"pk":"ORDER#%06d","sk":"ORDER","customerId":"%05d","placedOn":"%s","status":"%s","amount":%s,\
                "lines":[{"article":"%s","quantity":%d,"price":%s}],"notes":[],"revision":0}""",
                id,
                1 + random.nextInt(CUSTOMERS),
                day(),
                any(STATUS),
                price.multiply(BigDecimal.valueOf(quantity)),
                any(ARTICLE),
                quantity,
                price);
    }

    private static List<String> words(String separatedByCommas) {
        return List.of(separatedByCommas.split(","));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private LocalDate day() {
        return LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1_000));
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
