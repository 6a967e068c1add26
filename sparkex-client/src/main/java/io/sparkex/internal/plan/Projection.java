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
	 * Calls the method of the visitor that fits the operator.
	 * @param <R> what the visitor returns
	 * @param visitor the visitor to call
	 * @return what the visitor returned
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * The given columns and no others.
	 *
	 * @param input the relation to read
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
	 * All columns, and the given ones added or put in the place of those of their name.
	 *
	 * @param input the relation to read
	 * @param columns the columns to add or replace, under their names
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
	 * All columns but the given ones; names that do not exist are passed over.
	 *
	 * @param input the relation to read
	 * @param columns columns to leave out
	 * @param names names of columns to leave out
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
	 * The input under another name, by which columns can be qualified.
	 *
	 * @param input the relation to read
	 * @param alias the name
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
	 * All columns, some of them under other names.
	 *
	 * @param input the relation to read
	 * @param names new names by the old ones; names that do not exist are passed over
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
	 * All columns under new names.
	 *
	 * @param input the relation to read
	 * @param names one for each column
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
	 * The columns of a schema, in its order and types.
	 *
	 * @param input the relation to read
	 * @param schema the schema
	 */
	record ToSchema(Relation input, StructType schema) implements Projection {

		@Override
		public <R> R accept(Visitor<R> visitor) {
			return visitor.visitToSchema(this);
		}

	}

	/**
	 * One method for each projection.
	 *
	 * @param <R> what the methods return
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
