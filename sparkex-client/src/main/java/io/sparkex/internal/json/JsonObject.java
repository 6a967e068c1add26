package io.sparkex.internal.json;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose members keep their order and may have the same name, as the columns
 * of a row may.
 *
 * @param members the members
 * @since 0.1.0
 */
public record JsonObject(List<Member> members) {

	/**
	 * A member of an object.
	 *
	 * @param name the name
	 * @param value the value
	 */
	public record Member(String name, @Nullable Object value) {

	}

}
