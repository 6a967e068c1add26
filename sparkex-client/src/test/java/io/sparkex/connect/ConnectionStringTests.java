package io.sparkex.connect;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.sparkex.errors.InvalidConnectionStringException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConnectionString}.
 */
class ConnectionStringTests {

	private static final String SECRET = "S3cr3tV4lue";

	@ParameterizedTest
	@CsvSource({ "sc://localhost, localhost, 15002, localhost:15002",
			"sc://localhost/, localhost, 15002, localhost:15002", "sc://localhost:1, localhost, 1, localhost:1",
			"SC://h:65535/;, h, 65535, h:65535", "sc://h:00080, h, 80, h:80", "sc://h;, h, 15002, h:15002",
			"'  sc://h:15003/;;  ', h, 15003, h:15003", "sc://10.0.0.1:15003, 10.0.0.1, 15003, 10.0.0.1:15003",
			"sc://[::1], ::1, 15002, [::1]:15002", "sc://[2001:db8::7]:99/, 2001:db8::7, 99, [2001:db8::7]:99",
			"sc://[fe80::1%eth0]:99, fe80::1%eth0, 99, [fe80::1%eth0]:99",
			"sc://spark-connect.x1, spark-connect.x1, 15002, spark-connect.x1:15002",
			"sc://größe.example, größe.example, 15002, größe.example:15002" })
	void readsHostAndPort(String url, String host, int port, String authority) {
		ConnectionString parsed = ConnectionString.parse(url);
		assertThat(parsed.host()).isEqualTo(host);
		assertThat(parsed.port()).isEqualTo(port);
		assertThat(parsed.authority()).isEqualTo(authority);
		assertThat(parsed).hasToString("sc://" + authority);
		assertThat(parsed.headers()).isEmpty();
	}

	@Test
	void readsAllParameters() {
		ConnectionString parsed = ConnectionString
			.parse("sc://h:15002/;token=a=b==;use_ssl=TRUE;user_id=J%C3%BCrgen%20%3B%3D%25;user_agent=my app/1.0 (ü)"
					+ ";session_id=00112233-4455-6677-8899-AABBCCDDEEFF;grpc_max_message_size=999999999"
					+ ";X-Team=data;x-empty=;");
		assertThat(parsed).isEqualTo(ConnectionString.of("h", 15002)
			.withToken("a=b==")
			.withUseSsl(true)
			.withUserId("Jürgen ;=%")
			.withUserAgent("my app/1.0 (ü)")
			.withSessionId(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))
			.withMaxMessageSize(999_999_999)
			.withHeader("X-Team", "data")
			.withHeader("x-empty", ""));
		assertThat(parsed.headers()).containsExactly(Map.entry("X-Team", "data"), Map.entry("x-empty", ""));
	}

	@Test
	void leavesAbsentParametersNull() {
		ConnectionString parsed = ConnectionString.parse("sc://h");
		assertThat(parsed).isEqualTo(ConnectionString.of("h", 15002))
			.hasSameHashCodeAs(ConnectionString.of("h", 15002));
		assertThat(parsed.token()).isNull();
		assertThat(parsed.useSsl()).isNull();
		assertThat(parsed.maxMessageSize()).isNull();
	}

	@Test
	void decodesPercentEncodingAndKeepsPlus() {
		ConnectionString parsed = ConnectionString.parse("sc://h/;%74oken=a+b;user_id=a+b%2B");
		assertThat(parsed.token()).isEqualTo("a+b");
		assertThat(parsed.userId()).isEqualTo("a+b+");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
							localhost:15002             | localhost:15002              | it must start with sc://
							http://h:1                  | http://h:1                   | it must start with sc://
							spark://h:1/;token=x        | spark://h:1/;token=******    | it must start with sc://
							sc:/h                       | ******                       | it must start with sc://
							sc://                       | sc://                        | it does not name a host
							sc://:15002                 | sc://:15002                  | it does not name a host
							sc://[]                     | ******                       | it does not name a host
							sc://h:                     | sc://h:                      | the port is not a number from 1 to 65535
							sc://h:0                    | sc://h:0                     | the port '0' is not a number from 1 to 65535
							sc://h:65536                | sc://h:65536                 | the port '65536' is not a number from 1 to 65535
							sc://h:99999999999          | ******                       | the port is not a number from 1 to 65535
							sc://h:-1                   | ******                       | the port is not a number from 1 to 65535
							sc://h:٣                    | ******                       | the port is not a number from 1 to 65535
							sc://h:15002x               | ******                       | the port is not a number from 1 to 65535
							sc://::1                    | ******                       | an IPv6 address must be enclosed in brackets, as in sc://[::1]:15002
							sc://[::1                   | ******                       | the IPv6 address lacks its closing bracket
							sc://[::1]15002             | ******                       | after the IPv6 address there must be a colon and the port
							sc://[::1]]:1               | ******                       | after the IPv6 address there must be a colon and the port
							sc://[::g]                  | ******                       | the host has a character that no IPv6 address has, at character 9
							sc://a b                    | ******                       | the host has a character that no host name has, at character 7
							sc://spark_connect:1 | sc://spark_connect:1 | the host has a character that no host name has, at character 11
					sc://-h                     | sc://-h                      | the host is not a host name
					sc://a..b                   | sc://a..b                    | the host is not a host name
					sc://u:p@h                  | ******                       | it must not have user information before the host (before the @ at character 9); use ;user_id= and ;token=
							sc://u@h:15002              | ******                       | it must not have user information before the host (before the @ at character 7); use ;user_id= and ;token=
							sc://h/path                 | sc://h/******                | only /; and parameters can follow the port, as in sc://host:15002/;user_id=me, but there is other text at character 8
							sc://h//;a=b                | sc://h/******                | only /; and parameters can follow the port, as in sc://host:15002/;user_id=me, but there is other text at character 8
							sc://h?token=x              | sc://h******                 | only /; and parameters can follow the port, as in sc://host:15002/;user_id=me, but there is other text at character 7
							sc://h#x                    | sc://h******                 | only /; and parameters can follow the port, as in sc://host:15002/;user_id=me, but there is other text at character 7
							sc://h/;token               | sc://h/;******               | the parameter at character 9 is not of the form key=value
							sc://h/;=x                  | sc://h/;******               | the parameter at character 9 is not of the form key=value
							sc://h/;token=              | sc://h/;token=******         | the parameter 'token' is empty
							sc://h/;user_id=            | sc://h/;user_id=******       | the parameter 'user_id' is empty
							sc://h/;token=a;token=b     | sc://h/;token=******;token=****** | the parameter 'token' occurs twice
							sc://h/;token=%C3%A9        | sc://h/;token=******         | the parameter 'token' has a character that is not allowed in a header
							sc://h/;token=a%0A          | sc://h/;token=******         | the parameter 'token' has a character that is not allowed in a header
							sc://h/;Token=a             | sc://h/;******               | the key 'Token' must be in lower case
							sc://h/;USE_SSL=true        | sc://h/;******               | the key 'USE_SSL' must be in lower case
							sc://h/;use_ssl=yes         | sc://h/;use_ssl=******       | the parameter 'use_ssl' must be true or false
							sc://h/;session_id=1-2-3-4-5 | sc://h/;session_id=******   | the parameter 'session_id' must be a UUID such as 00112233-4455-6677-8899-aabbccddeeff
							sc://h/;grpc_max_message_size=0 | sc://h/;grpc_max_message_size=****** | the parameter 'grpc_max_message_size' must be a number of bytes from 1 to 999999999
							sc://h/;grpc_max_message_size=4M | sc://h/;grpc_max_message_size=****** | the parameter 'grpc_max_message_size' must be a number of bytes from 1 to 999999999
							sc://h/;user_id=%           | sc://h/;user_id=******       | in the value of 'user_id' the % at character 17 is not followed by two hexadecimal digits
							sc://h/;user_id=%4          | sc://h/;user_id=******       | in the value of 'user_id' the % at character 17 is not followed by two hexadecimal digits
							sc://h/;user_id=%zz         | sc://h/;user_id=******       | in the value of 'user_id' the % at character 17 is not followed by two hexadecimal digits
							sc://h/;user_id=%FF         | sc://h/;user_id=******       | in the value of 'user_id' at character 17 there is text that is not UTF-8
							sc://h/;%=x                 | sc://h/;******               | in a key the % at character 9 is not followed by two hexadecimal digits
							sc://h/;x y=z               | sc://h/;******               | the key 'x y' cannot be the name of a header
							sc://h/;trace-bin=z         | sc://h/;******               | the key 'tra...' cannot be the name of a header
							sc://h/;trace-BIN=z         | sc://h/;******               | the key 'tra...' cannot be the name of a header
							sc://h/;x-a=%0Ab            | sc://h/;******               | the value of the header 'x-a' has a character that is not printable ASCII
							sc://h/;x-a=ü               | sc://h/;******               | the value of the header 'x-a' has a character that is not printable ASCII
							sc://[1.2.3.4]:1 | sc://[1.2.3.4]:1 | the host is not an IPv6 address
							sc://[1:2] | sc://[1:2] | the host is not an IPv6 address
							sc://[fe80::1%]:1 | ****** | the host has a character that no IPv6 address has, at character 14
							sc://h/;token=%20 | sc://h/;token=****** | the parameter 'token' is empty
							sc://h/;user_id=a;b;c=d | sc://h/;user_id=******;******;****** | the parameter at character 19 is not of the form key=value
							sc://h/;x-a=1;X-A=2 | sc://h/;******;****** | the parameter 'X-A' occurs twice
							sc://h/;user_id=\ud800 | sc://h/;user_id=****** | in the value of 'user_id' at character 17 there is text that is not UTF-8
							sc://h/;grpc-timeout=1S | sc://h/;****** | the key 'grp...' is a reserved header; use token= to set a token
							sc://h/;connection=close | sc://h/;****** | the key 'con...' is a reserved header; use token= to set a token
							sc://h/;Authorization=x | sc://h/;****** | the key 'Aut...' is a reserved header; use token= to set a token
							""")
	void reportsPositionAndReasonOfMalformedStrings(String url, String shown, String reason) {
		assertThatExceptionOfType(InvalidConnectionStringException.class).isThrownBy(() -> ConnectionString.parse(url))
			.withMessage("The Spark Connect URL '" + shown + "' is not valid: " + reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n", "sc", "S3cr3tV4lue", "sc://user:S3cr3tV4lue@host",
			"sc://S3cr3tV4lue@host:1", "sc://u:S3cr3tV4lue@[::1]:1", "https://u:S3cr3tV4lue@host", "u:S3cr3tV4lue@host",
			"sc://u:a/S3cr3tV4lue@host", "sc://h:1token=S3cr3tV4lue", "sc://h:S3cr3tV4lue", "sc://h/token=S3cr3tV4lue",
			"sc://h/S3cr3tV4lue", "sc://h/;S3cr3tV4lue", "sc://h/;token:S3cr3tV4lue", "sc://h/;tokn=S3cr3tV4lue;x",
			"sc://h/;%74oken=S3cr3tV4lue;x", "sc://h/;api-pass=S3cr3tV4lue%", "sc://h/;token=S3cr3tV4lue%",
			"sc://h/;S3cr3tV4lue=;S3cr3tV4lue=", "sc://h/;S3cr3tV4lué=", "sc://h/;S3cr3tV4lue-bin=x",
			"sc://h/;token=x;S3cr3tV4lue", "sc://h/;token=S3cr3tV4lue;token=y", "sc://h/;user_id=token=S3cr3tV4lue;x",
			"sc://h/;use_ssl=S3cr3tV4lue", "sc://h?token=S3cr3tV4lue", "sc://h#S3cr3tV4lue",
			"sc://h/;token=\nS3cr3tV4lue" })
	void hidesSecretsOfMalformedStrings(String url) {
		assertThatExceptionOfType(InvalidConnectionStringException.class).isThrownBy(() -> ConnectionString.parse(url))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(SECRET).doesNotContain("3cr3t"));
	}

	@Test
	void reportsTheOriginOfMalformedStrings() {
		assertThatExceptionOfType(InvalidConnectionStringException.class)
			.isThrownBy(() -> ConnectionString.parse("local[*]", "the environment variable SPARK_REMOTE"))
			.withMessage("The Spark Connect URL '******' is not valid: it must start with sc://; it comes from the"
					+ " environment variable SPARK_REMOTE");
	}

	@Test
	void replacesHeadersIgnoringCase() {
		ConnectionString target = ConnectionString.parse("sc://h/;X-Team=data;x-other=1").withHeader("x-team", "ml");
		assertThat(target.headers()).isEqualTo(Map.of("x-other", "1", "x-team", "ml"));
	}

	@ParameterizedTest
	@CsvSource({ "Authorization, is reserved", "grpc-timeout, is reserved", "Host, is reserved",
			"trace-bin, must not end in -bin", "a b, must consist of letters", "'', must consist of letters",
			"x-ü, must consist of letters" })
	void rejectsInvalidHeaderNames(String name, String reason) {
		ConnectionString target = ConnectionString.parse("sc://h");
		assertThatIllegalArgumentException().isThrownBy(() -> target.withHeader(name, SECRET))
			.withMessageContaining(reason)
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(SECRET));
	}

	@Test
	void rejectsInvalidHeaderValues() {
		ConnectionString target = ConnectionString.parse("sc://h");
		assertThatIllegalArgumentException().isThrownBy(() -> target.withHeader("x-a", SECRET + "\n"))
			.withMessage("the value of the header 'x-a' has a character that is not printable ASCII");
	}

	@Test
	void masksTheTokenInToString() {
		ConnectionString parsed = ConnectionString.parse("sc://h/;token=" + SECRET + ";x-key=" + SECRET);
		assertThat(parsed).hasToString("sc://h:15002/;token=******");
	}

	@Test
	void rejectsInvalidTokens() {
		ConnectionString target = ConnectionString.parse("sc://h");
		assertThatIllegalArgumentException().isThrownBy(() -> target.withToken(SECRET + "\n"))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains("token has a character").doesNotContain(SECRET));
		assertThat(target.withToken(SECRET).token()).isEqualTo(SECRET);
		assertThat(target.withToken(SECRET).withToken(null)).isEqualTo(target);
		assertThat(target.withUserId("ü").userId()).isEqualTo("ü");
	}

	@ParameterizedTest
	@CsvSource({ "sc://localhost, true", "sc://LocalHost, true", "sc://127.0.0.1, true", "sc://127.255.0.9, true",
			"sc://[::1], true", "sc://[0:0:0:0:0:0:0:1], true", "sc://[0000:0000:0000:0000:0000:0000:0000:0001], true",
			"sc://localhost.example, false", "sc://127.0.0.1.example, false", "sc://128.0.0.1, false",
			"sc://0.0.0.0, false", "sc://[::2], false", "sc://[::11], false", "sc://[1::1], false",
			"sc://[::ffff:127.0.0.1], false", "sc://host, false" })
	void recognizesLoopbackHosts(String url, boolean loopback) {
		assertThat(ConnectionString.parse(url).loopback()).isEqualTo(loopback);
	}

	@ParameterizedTest
	@CsvSource({ "sc://h, false", "sc://h/;use_ssl=true, true", "sc://h/;use_ssl=false, false", "sc://h/;token=t, true",
			"sc://h/;token=t;use_ssl=false, false", "sc://localhost/;token=t, false",
			"sc://localhost/;token=t;use_ssl=true, true", "sc://[::1]/;token=t, false" })
	void encryptsIfSslOrTokenIsSet(String url, boolean encrypted) {
		assertThat(ConnectionString.parse(url).encrypted()).isEqualTo(encrypted);
	}

	@Test
	void hidesSecretsOfRandomStrings() {
		Random random = new Random(42);
		int read = 0;
		for (int i = 0; i < 20_000; i++) {
			String url = (i % 4 == 0) ? noise(random) : mutated(random);
			try {
				ConnectionString parsed = ConnectionString.parse(url);
				read++;
				if (!parsed.host().contains(SECRET)) {
					assertThat(parsed.toString()).as(url).doesNotContain(SECRET);
				}
			}
			catch (InvalidConnectionStringException ex) {
				assertThat(ex.getMessage()).as(url).doesNotContain(SECRET);
			}
		}
		assertThat(read).isGreaterThan(1_000);
	}

	@Test
	void readsEncodedParameters() {
		Random random = new Random(43);
		for (int i = 0; i < 2_000; i++) {
			String userId = word(random, 0x3000);
			String token = word(random, 0x7f);
			String header = word(random, 0x7f);
			int port = 1 + random.nextInt(65_535);
			UUID sessionId = new UUID(random.nextLong(), random.nextLong());
			String url = "sc://spark.example:" + port + "/;user_id=" + encoded(userId) + ";token=" + encoded(token)
					+ ";session_id=" + sessionId + ";x-header=" + encoded(header) + ";grpc_max_message_size=" + (i + 1);
			assertThat(ConnectionString.parse(url)).as(url)
				.isEqualTo(ConnectionString.of("spark.example", port)
					.withUserId(userId)
					.withToken(token)
					.withSessionId(sessionId)
					.withHeader("x-header", header)
					.withMaxMessageSize(i + 1));
		}
	}

	/**
	 * Returns text that is not blank and has no control characters or surrogates.
	 */
	private static String word(Random random, int end) {
		return random.ints(1 + random.nextInt(10), ' ', end)
			.collect(() -> new StringBuilder("w"), StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/**
	 * Percent-encodes the required characters and some others.
	 */
	private static String encoded(String text) {
		StringBuilder out = new StringBuilder();
		for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
			boolean plain = b > ' ' && b != ';' && b != '%' && b % 5 != 0;
			out.append(plain ? String.valueOf((char) b) : String.format("%%%02x", b & 0xff));
		}
		return out.toString();
	}

	private static String noise(Random random) {
		return (random.nextBoolean() ? "sc://" : "") + random.ints(random.nextInt(30), 0, 0x3000)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
	}

	/**
	 * Returns a valid string with up to three random edits outside the secret.
	 */
	@SuppressWarnings("OrphanedFormatString")
	private static String mutated(Random random) {
		String alphabet = "sc:/;=%[]@?#.-_ \t\n\u0000aZ09\u00fc\ud83d\u65e5token";
		StringBuilder url = new StringBuilder(
				"sc://spark.example:15002/;user_id=me;token=\u0001;use_ssl=true;x-team=data%20a");
		for (int n = random.nextInt(4); n > 0; n--) {
			int at = random.nextInt(url.length());
			char c = alphabet.charAt(random.nextInt(alphabet.length()));
			if (url.charAt(at) == '\u0001') {
				url.insert(at + random.nextInt(2), c);
				continue;
			}
			switch (random.nextInt(3)) {
				case 0 -> url.setCharAt(at, c);
				case 1 -> url.insert(at, c);
				default -> url.deleteCharAt(at);
			}
		}
		return url.toString().replace("\u0001", SECRET);
	}

}
