package io.sparkex.internal.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Options} and for masked secrets in plans.
 */
class OptionsTests {

	@ParameterizedTest
	@ValueSource(strings = { "password", "PASSWORD", "db.passwd", "pwd", "passphrase", "sfToken", "clientSecret",
			"fs.s3a.access.key", "apiKey", "credentials" })
	void masksValuesOfSecretNames(String name) {
		assertThat(Options.copyOf(Map.of(name, "hunter2"))).hasToString("{" + name + "=***}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://db/app?user=me&password=hunter2", "jdbc:mysql://me:hunter2@db/app",
			"jdbc:oracle:thin:scott/hunter2@db:1521/app", "Server=db;Pwd=hunter2", "AccountKey=hunter2;",
			"{\"client_secret\": \"hunter2\"}", "sasl.jaas.config password=\"hunter2\";" })
	void masksValuesThatContainASecret(String value) {
		assertThat(Options.copyOf(Map.of("url", value)).toString()).isEqualTo("{url=***}");
	}

	@Test
	void showsOtherOptionsInOrder() {
		Map<String, String> options = new LinkedHashMap<>();
		options.put("url", "jdbc:postgresql://db:5432/app?ssl=true");
		options.put("user", "me");
		options.put("path", "s3a://bucket/day=2024-01-01/a@b");
		options.put("empty", "");
		assertThat(Options.copyOf(options)).hasToString(
				"{url=jdbc:postgresql://db:5432/app?ssl=true, user=me, path=s3a://bucket/day=2024-01-01/a@b, empty=}");
	}

	@Test
	void masksSecretsInPlans() {
		Map<String, String> secret = Map.of("password", "hunter2");
		Source table = new Source.NamedTable("t", secret);
		assertThat(List.of(table, new Source.DataSource("jdbc", null, secret, List.of()),
				new Source.Changes("t", secret), new Relation(2, new RowOperator.Limit(new Relation(1, table), 1))))
			.allSatisfy((node) -> assertThat(node.toString()).contains("password=***").doesNotContain("hunter2"));
	}

	@Test
	void isAnUnmodifiableCopy() {
		Map<String, String> options = new HashMap<>(Map.of("a", "b"));
		Map<String, String> copy = Options.copyOf(options);
		options.clear();
		assertThat(copy).isEqualTo(Map.of("a", "b")).hasSameHashCodeAs(Map.of("a", "b"));
		assertThat(Options.copyOf(copy)).isSameAs(copy);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(copy::clear);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> copy.put("c", "d"));
	}

	@Test
	void reportsOptionsThatAreNull() {
		Map<String, String> options = new HashMap<>();
		options.put("nullValue", null);
		assertThatIllegalArgumentException().isThrownBy(() -> Options.copyOf(options))
			.withMessage("option 'nullValue' must not be null; leave it out instead");
	}

}
