package io.sparkex.test;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DdlParser}.
 */
class DdlParserTests {

	@ParameterizedTest
	@ValueSource(strings = { "id BIGINT NOT NULL,name STRING", "`a b` INT,`c``d` DECIMAL(10,2)",
			"a ARRAY<MAP<STRING, STRUCT<x: INT NOT NULL, y: ARRAY<DOUBLE>>>>", "a CHAR(3),b VARCHAR(7),c TIME(3)",
			"a INTERVAL DAY TO SECOND,b INTERVAL MONTH,c INTERVAL,d INTERVAL YEAR TO MONTH",
			"a TIMESTAMP,b TIMESTAMP_NTZ,c DATE,d BINARY,e BOOLEAN,f TINYINT,g SMALLINT,h FLOAT,i VARIANT",
			"a STRING COLLATE UNICODE_CI", "a VOID", "" })
	void parsesOutputOfToDdl(String ddl) {
		assertThat(DdlParser.parse(ddl).toDDL()).isEqualTo(ddl);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "a int, b: string | a INT,b STRING", "a long COMMENT 'it''s' | a BIGINT",
					"a DECIMAL | a DECIMAL(10,0)", "a dec(5) not null | a DECIMAL(5,0) NOT NULL",
					"a time, b struct<> | a TIME(6),b STRUCT<>" })
	void parsesAlternativeSpellings(String ddl, String canonical) {
		assertThat(DdlParser.parse(ddl).toDDL()).isEqualTo(canonical);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a INT b INT", "a FOO", "a ARRAY<INT", "a DECIMAL(1", "a INT NOT", "a INT;" })
	void rejectsInvalidSchemas(String ddl) {
		assertThatIllegalArgumentException().isThrownBy(() -> DdlParser.parse(ddl));
	}

}
