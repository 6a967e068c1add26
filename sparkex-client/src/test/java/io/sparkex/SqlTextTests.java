package io.sparkex;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqlText}.
 */
class SqlTextTests {

	private static final int LONG = 1_000_000;

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 1", "select\n1", "SeLeCt*FROM t", "SELECT(1)", "SELECT", "VALUES (1), (2)",
			"values(1)", "TABLE t", "\t\r\n SELECT 1", "-- which\nSELECT 1", "--\rSELECT 1", "--\r\nSELECT 1",
			"--a\n--b\n  SELECT 1", "/**/SELECT 1", "/* DROP */ SELECT 1", "/* a\n * b **/SELECT 1",
			"/* a /* b */ c */ SELECT 1", "/***/ -- x\n /* y */ SELECT 1", "(SELECT 1)",
			"((SELECT 1) UNION (SELECT 2))", "( (\n(SELECT 1)))", "( /* a */ -- b\n SELECT 1)",
			"/*//*/ */ */ SELECT 1" })
	void isCertainOfQueries(String sql) {
		assertThat(SqlText.isCertainlyQuery(sql)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "(", "selection", "SELECT_1", "SELECTED", "values1", "TABLES", "tablé",
			"DROP TABLE t", "INSERT INTO t SELECT 1", "INSERT INTO t VALUES (1)", "CREATE TABLE t AS SELECT 1",
			"WITH a AS (SELECT 1) SELECT * FROM a", "WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a",
			"FROM t INSERT INTO u SELECT *", "EXPLAIN SELECT 1", "CACHE TABLE t", "SHOW TABLES", "-- SELECT 1",
			"--SELECT 1\nDROP TABLE t", "-- a \\\nSELECT 1\nDROP TABLE t", "/* SELECT 1 */ DROP TABLE t", "/* SELECT 1",
			"/* /* */ SELECT 1", "/*", "/*/ SELECT 1", "- SELECT 1", "`SELECT` 1", "'SELECT 1'", "\\SELECT 1",
			"*/ SELECT 1" })
	void isNotCertainOfTheRest(String sql) {
		assertThat(SqlText.isCertainlyQuery(sql)).isFalse();
	}

	@Test
	@Timeout(value = 5, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void readsLongTextsAtOnce() {
		assertThat(SqlText.isCertainlyQuery(" ".repeat(LONG) + "SELECT 1")).isTrue();
		assertThat(SqlText.isCertainlyQuery("/*" + "a".repeat(LONG) + "*/SELECT 1")).isTrue();
		assertThat(SqlText.isCertainlyQuery("/*" + "* / ".repeat(LONG / 4) + "*/SELECT 1")).isTrue();
		assertThat(SqlText.isCertainlyQuery("--" + "-".repeat(LONG) + "\nSELECT 1")).isTrue();
		assertThat(SqlText.isCertainlyQuery("--\n".repeat(LONG / 3) + "SELECT 1")).isTrue();
		assertThat(SqlText.isCertainlyQuery("(".repeat(LONG) + "SELECT 1")).isTrue();
		assertThat(SqlText.isCertainlyQuery("/*".repeat(LONG / 2) + "*/".repeat(LONG / 2) + "SELECT 1")).isTrue();
		assertThat(SqlText.isCertainlyQuery("/*".repeat(LONG / 2) + "SELECT 1")).isFalse();
		assertThat(SqlText.isCertainlyQuery("/* ".repeat(LONG / 3))).isFalse();
		assertThat(SqlText.isCertainlyQuery("SELECT '" + "x".repeat(LONG) + "'")).isTrue();
	}

}
