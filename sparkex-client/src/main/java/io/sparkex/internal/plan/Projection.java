package io.sparkex.internal.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.sparkex.types.StructType;

/**
 * Operators that change the columns of their input.
 *
 * @since 0.1.0
 */
public sealed interface Projection extends UnaryOperator {

	@Override
	default <R> R accept(Operator.Visitor<R> visitor) {
		return visitor.visitProjection(this);
	}

	/**
	 * Calls the visitor method of this operator.
	 * @param <R> the result type of the visitor
	 * @param visitor the visitor
	 * @return the result of the visitor
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Operator that selects columns.
	 *
	 * @param input the input
	 * @param columns the columns of the result
	 */
	record Project(Relation input, List<Expression> columns) implements Projection {

		public Project {
			columns = List.copyOf(columns);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitProject(this);
		}

	}

	/**
	 * Operator that adds columns, or replaces columns of the same name.
	 *
	 * @param input the input
	 * @param columns the named columns
	 */
	record WithColumns(Relation input, List<UnaryExpression.Alias> columns) implements Projection {

		public WithColumns {
			columns = List.copyOf(columns);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitWithColumns(this);
		}

	}

	/**
	 * Operator that drops columns. Names that do not exist are ignored.
	 *
	 * @param input the input
	 * @param columns the columns to drop
	 * @param names the names of columns to drop
	 */
	record Drop(Relation input, List<Expression> columns, List<String> names) implements Projection {

		public Drop {
			columns = List.copyOf(columns);
			names = List.copyOf(names);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitDrop(this);
		}

	}

	/**
	 * Operator that gives the input an alias that qualifies its columns.
	 *
	 * @param input the input
	 * @param alias the alias
	 */
	record SubqueryAlias(Relation input, String alias) implements Projection {

		public SubqueryAlias {
			if (alias.isBlank()) {
				throw new IllegalArgumentException("alias must not be blank");
			}
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitSubqueryAlias(this);
		}

	}

	/**
	 * Operator that renames columns. Names that do not exist are ignored.
	 *
	 * @param input the input
	 * @param names the new names by the old ones
	 */
	record Rename(Relation input, Map<String, String> names) implements Projection {

		public Rename {
			names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitRename(this);
		}

	}

	/**
	 * Operator that renames all columns.
	 *
	 * @param input the input
	 * @param names one name for each column
	 */
	record ToDf(Relation input, List<String> names) implements Projection {

		public ToDf {
			names = List.copyOf(names);
		}

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitToDf(this);
		}

	}

	/**
	 * Operator that reorders and casts columns to match a schema.
	 *
	 * @param input the input
	 * @param schema the schema
	 */
	record ToSchema(Relation input, StructType schema) implements Projection {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitToSchema(this);
		}

	}

	/**
	 * Visitor with one method for each permitted operator.
	 *
	 * @param <R> the result type
	 */
	interface Visitor<R> {

		R visitProject(Project project);

		R visitWithColumns(WithColumns withColumns);

		R visitDrop(Drop drop);

		R visitSubqueryAlias(SubqueryAlias alias);

		R visitRename(Rename rename);

		R visitToDf(ToDf toDf);

		R visitToSchema(ToSchema toSchema);

	}

}
