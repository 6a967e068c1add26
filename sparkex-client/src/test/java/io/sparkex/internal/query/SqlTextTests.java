package io.sparkex.internal.query;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
	void recognizesQueries(String sql) {
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
	void doesNotRecognizeOtherStatementsAsQueries(String sql) {
		assertThat(SqlText.isCertainlyQuery(sql)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "CREATE TEMPORARY VIEW v AS SELECT 1 | CREATE TEMPORARY",
			"create temp view v as select 1 | CREATE TEMP", "CREATE OR REPLACE TEMP VIEW v AS SELECT 1 | CREATE TEMP",
			"CREATE OR REPLACE GLOBAL TEMPORARY VIEW v AS SELECT 1 | CREATE TEMPORARY",
			"CREATE GLOBAL TEMP VIEW v AS SELECT 1 | CREATE TEMP",
			"CREATE TEMPORARY FUNCTION f AS 'a.B' | CREATE TEMPORARY",
			"CREATE OR REPLACE TEMPORARY FUNCTION f AS 'a.B' | CREATE TEMPORARY",
			"CREATE VARIABLE x INT | CREATE VARIABLE", "CREATE OR REPLACE VARIABLE x = 1 | CREATE VARIABLE",
			"DECLARE x INT | DECLARE", "DECLARE OR REPLACE VARIABLE x INT | DECLARE", "SET a = b | SET",
			"set TIME ZONE 'UTC' | SET", "SET VAR x = 1 | SET", "SET CATALOG c | SET", "RESET a | RESET",
			"RESET | RESET", "USE db | USE", "USE NAMESPACE a.b | USE", "ADD JAR '/a.jar' | ADD",
			"BEGIN DECLARE x INT; END | BEGIN", "EXECUTE IMMEDIATE 'SET a = b' | EXECUTE", "/* b */ ( SET a = b | SET",
			"SETTLE x | SETTLE", "SELECTED | SELECTED", "ГДЕ 1 | ГДЕ", "CACHE TABLE t AS SELECT 1 | CACHE",
			"CACHE TABLE t SELECT 1 | CACHE",
			"cache lazy table t options ('storageLevel' 'DISK_ONLY') as select 1 | CACHE",
			"CACHE TABLE t TABLE u | CACHE", "CACHE LAZY TABLE t (VALUES (1)) | CACHE" })
	void returnsWordsThatChangeSession(String sql, String words) {
		assertThat(SqlText.sessionChange(sql)).isEqualTo(words);
		assertThat(SqlText.sessionChange("-- SELECT 1\n\t" + sql.replace(" ", " /* SELECT */ -- TABLE\n")))
			.isEqualTo(words);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-- SET a = b", "/* SET a = b */", "/* SET a = b", ";", "'SET'", "`SET`", "(((",
			"SELECT 1", "(select 1)", "WITH a AS (SELECT 1) SELECT * FROM a", "FROM t SELECT *", "VALUES (1)",
			"TABLE t", "INSERT INTO t VALUES (1)", "INSERT OVERWRITE t SELECT 1", "MERGE INTO t USING u ON true",
			"UPDATE t SET a = 1", "DELETE FROM t", "TRUNCATE TABLE t", "CREATE", "CREATE OR REPLACE",
			"CREATE TABLE temporary AS SELECT 1", "CREATE VIEW v AS SELECT 1",
			"CREATE OR REPLACE VIEW temp AS SELECT 1", "CREATE OR REPLACE TABLE t AS SELECT 1",
			"CREATE FUNCTION f AS 'a.B'", "CREATE DATABASE d", "CREATE EXTERNAL TABLE t (a INT)",
			"CREATE TEMPORARYX VIEW v AS SELECT 1", "REPLACE TABLE t AS SELECT 1", "DROP VIEW v",
			"DROP TEMPORARY VARIABLE x", "ALTER TABLE t SET TBLPROPERTIES ('a' = 'b')", "COMMENT ON TABLE t IS 'a'",
			"SHOW TABLES", "DESCRIBE t", "EXPLAIN SET a = b", "ANALYZE TABLE t COMPUTE STATISTICS", "REFRESH TABLE t",
			"CACHE TABLE t", "CACHE LAZY TABLE a.b", "CACHE TABLE t OPTIONS ('storageLevel' 'DISK_ONLY')", "CACHE",
			"UNCACHE TABLE t", "CLEAR CACHE", "CALL p()" })
	void doesNotReportStatementsWithoutSessionChange(String sql) {
		assertThat(SqlText.sessionChange(sql)).isNull();
	}

	@Test
	@Timeout(value = 5, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void parsesLongTextsQuickly() {
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
		assertThat(SqlText.sessionChange("CREATE " + "OR ".repeat(LONG / 3) + "TEMP VIEW")).isEqualTo("CREATE TEMP");
		assertThat(SqlText.sessionChange("x".repeat(LONG))).hasSize(LONG);
		assertThat(SqlText.sessionChange("CACHE TABLE " + "a.".repeat(LONG / 2) + "b")).isNull();
	}

}
