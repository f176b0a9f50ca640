/* From the arguments of a Python call to one value for each parameter, as the registry declares them. */
#include "core.h"

static int wrong_type(const signature *s, const parameter *p, const char *expected, PyObject *object) {
    PyErr_Clear();
    PyObject *type = PyObject_GetAttrString((PyObject *)Py_TYPE(object), "__name__");
    if (type) PyErr_Format(PyExc_TypeError, "%s() argument '%U' must be %s, not %S", s->name, p->name, expected, type);
    Py_XDECREF(type);
    return -1;
}

static int convert_item(arena *a, PyObject *object, swiftgrad_value *value) {
    (void)a;
    if (object == Py_None) {
        value->kind = SWIFTGRAD_NONE;
        return 0;
    }
    return value_from_integer(object, value);
}

static int convert_operand(arena *a, PyObject *object, swiftgrad_value *value) {
    int found = value_from_operand(a, object, value);
    if (found > 0) return 0;
    if (found == 0 && object == Py_None) {
        value->kind = SWIFTGRAD_NONE;
        return 0;
    }
    if (found == 0 && (PyList_Check(object) || PyTuple_Check(object))) {
        PyObject *tensor = tensor_from_python(object);
        if (!tensor || arena_own(a, tensor) < 0) return -1;
        return value_from_operand(a, tensor, value) < 0 ? -1 : 0;
    }
    if (found == 0)
        PyErr_Format(PyExc_TypeError, "expected a tensor, an array or a number, not %R", (PyObject *)Py_TYPE(object));
    return -1;
}

static bool keep_error(void) { return PyErr_Occurred() && !PyErr_ExceptionMatches(PyExc_TypeError); }

static int convert_bool(const signature *s, const parameter *p, PyObject *object, swiftgrad_value *value) {
    value->kind = SWIFTGRAD_BOOLEAN;
    if (PyLong_Check(object) || is_numpy_scalar(object) > 0) {
        int truth = PyObject_IsTrue(object);
        if (truth < 0) return -1;
        value->integer = truth;
        return 0;
    }
    return wrong_type(s, p, "bool", object);
}

static int convert_float(const signature *s, const parameter *p, PyObject *object, swiftgrad_value *value) {
    value->kind = SWIFTGRAD_NUMBER;
    value->number = PyFloat_AsDouble(object);
    if (value->number != -1.0 || !PyErr_Occurred()) return 0;
    return keep_error() ? -1 : wrong_type(s, p, "a number", object);
}

static int convert_ints(arena *a, const signature *s, const parameter *p, PyObject *object, swiftgrad_value *value) {
    bool sequence = PyTuple_Check(object) || PyList_Check(object);
    if (!sequence && PyIndex_Check(object)) {
        if (value_from_integer(object, value) == 0) return 0;
        if (keep_error()) return -1;
        PyErr_Clear(); /* an array has __index__ too */
    }
    sequence = sequence || (PySequence_Check(object) && !PyUnicode_Check(object) && !PyBytes_Check(object));
    if (sequence && value_from_sequence(a, object, convert_item, value) == 0) return 0;
    return keep_error() ? -1 : wrong_type(s, p, "an int or a sequence of ints", object);
}

static int convert_tensors(arena *a, const signature *s, const parameter *p, PyObject *object, swiftgrad_value *value) {
    bool iterable = !is_tensor(object) && !PyUnicode_Check(object) && !PyDict_Check(object) && !is_native(object);
    PyObject *iterator = iterable ? PyObject_GetIter(object) : NULL;
    if (!iterator) return wrong_type(s, p, "a sequence of tensors", object);
    Py_DECREF(iterator);
    return value_from_sequence(a, object, convert_operand, value);
}

/* Modules are called through their __call__ by whoever takes a callable; as `object` they go as they are. */
static int convert_callable(arena *a, const signature *s, const parameter *p, PyObject *object,
                            swiftgrad_value *value) {
    if (!PyCallable_Check(object)) return wrong_type(s, p, "callable", object);
    if (is_native(object)) {
        object = PyObject_GetAttrString(object, "__call__");
        if (!object || arena_own(a, object) < 0) return -1;
    }
    value->kind = SWIFTGRAD_CALLABLE;
    value->foreign = object;
    return 0;
}

static int convert(arena *a, const signature *s, const parameter *p, PyObject *object, swiftgrad_value *value) {
    if (object == Py_None && p->optional) {
        value->kind = SWIFTGRAD_NONE;
        return 0;
    }
    switch (p->type) {
        case PARAMETER_TENSOR:
        case PARAMETER_SCALAR:
            if (is_tensor(object)) return value_from_operand(a, object, value) < 0 ? -1 : 0;
            if (object != Py_None && convert_operand(a, object, value) == 0) return 0;
            return keep_error() ? -1 : wrong_type(s, p, "a tensor, an array or a number", object);
        case PARAMETER_TENSORS: return convert_tensors(a, s, p, object, value);
        case PARAMETER_BOOL: return convert_bool(s, p, object, value);
        case PARAMETER_INT:
            if (PyIndex_Check(object) && value_from_integer(object, value) == 0) return 0;
            return keep_error() ? -1 : wrong_type(s, p, "an integer", object);
        case PARAMETER_FLOAT: return convert_float(s, p, object, value);
        case PARAMETER_STRING:
            if (value_from_string(a, object, value) == 0) return 0;
            return keep_error() ? -1 : wrong_type(s, p, "str", object);
        case PARAMETER_DTYPE: {
            int32_t code = dtype_from_object(object);
            value->kind = SWIFTGRAD_DTYPE;
            value->integer = code;
            return code < 0 ? -1 : 0;
        }
        case PARAMETER_INTS: return convert_ints(a, s, p, object, value);
        case PARAMETER_OBJECT:
            if (!is_native(object)) return wrong_type(s, p, "a swiftgrad object", object);
            value->kind = SWIFTGRAD_OBJECT;
            value->object = object_handle(object);
            return value->object ? 0 : -1;
        case PARAMETER_CALLABLE: return convert_callable(a, s, p, object, value);
        case PARAMETER_INDEX: return value_from_index(a, object, value);
        default:
            if (value_from_any(a, object, value) == 0) return 0;
            return keep_error() ? -1 : wrong_type(s, p, "a value that the library knows", object);
    }
}

/* The positional arguments from `first` on. x.reshape(2, 3) and x.reshape((2, 3)) are the same; where arguments can be
   anything, a list is one of them. */
static int convert_rest(arena *a, const signature *s, const parameter *p, PyObject *const *args, Py_ssize_t first,
                        Py_ssize_t positional, swiftgrad_value *value) {
    Py_ssize_t count = positional - first;
    bool sequence = PyTuple_Check(args[first]) || PyList_Check(args[first]);
    bool whole = p->type == PARAMETER_INTS ? !PyLong_Check(args[first]) : p->type == PARAMETER_TENSORS && sequence;
    if (count == 1 && whole) return convert(a, s, p, args[first], value);
    PyObject *tuple = PyTuple_New(count);
    if (!tuple || arena_own(a, tuple) < 0) return -1;
    for (Py_ssize_t i = 0; i < count; i++) PyTuple_SetItem(tuple, i, Py_NewRef(args[first + i]));
    return convert(a, s, p, tuple, value);
}

static int32_t find_parameter(const signature *s, PyObject *name) {
    for (int32_t i = 0; i < s->count; i++)
        if (s->parameters[i].name == name) return i;
    for (int32_t i = 0; i < s->count; i++)
        if (PyUnicode_Compare(s->parameters[i].name, name) == 0) return i;
    for (int32_t i = 0; i < s->count; i++)
        if (s->parameters[i].alias && PyUnicode_Compare(s->parameters[i].alias, name) == 0) return i;
    return -1;
}

/* np.sum(t) calls t.sum(axis=None, dtype=None, out=None). */
static bool means_nothing(PyObject *name, PyObject *value) {
    if (value != Py_None) return false;
    return PyUnicode_CompareWithASCIIString(name, "out") == 0 || PyUnicode_CompareWithASCIIString(name, "dtype") == 0;
}

static int bind_names(arena *a, const signature *s, swiftgrad_value *values, PyObject *const *args, PyObject *names) {
    Py_ssize_t count = PyTuple_Size(names);
    for (Py_ssize_t k = 0; k < count; k++) {
        PyObject *name = PyTuple_GetItem(names, k);
        int32_t i = find_parameter(s, name);
        if (i < 0 && means_nothing(name, args[k])) continue;
        if (i < 0) {
            PyErr_Format(PyExc_TypeError, "%s() got an unexpected keyword argument '%U'", s->name, name);
            return -1;
        }
        if (values[i].kind != SWIFTGRAD_ABSENT) {
            PyErr_Format(PyExc_TypeError, "%s() got multiple values for argument '%U'", s->name, name);
            return -1;
        }
        if (convert(a, s, &s->parameters[i], args[k], &values[i]) < 0) return -1;
    }
    return 0;
}

static int too_many(const signature *s, Py_ssize_t given) {
    PyErr_Format(PyExc_TypeError, "%s() takes %s%d positional argument%s but %zd %s given", s->name,
                 s->positional && !s->parameters[s->positional - 1].required ? "at most " : "", (int)s->positional,
                 s->positional == 1 ? "" : "s", given, given == 1 ? "was" : "were");
    return -1;
}

int bind_arguments(arena *a, signature *s, swiftgrad_value *values, PyObject *const *args, Py_ssize_t positional,
                   PyObject *names) {
    for (int32_t i = 0; i < s->count; i++) values[i].kind = SWIFTGRAD_ABSENT;
    bool gathers = s->positional < s->count && s->parameters[s->positional].variadic;
    Py_ssize_t plain = positional < s->positional ? positional : s->positional;
    if (positional > s->positional && !gathers) return too_many(s, positional);
    for (Py_ssize_t i = 0; i < plain; i++)
        if (convert(a, s, &s->parameters[i], args[i], &values[i]) < 0) return -1;
    if (positional > plain) {
        const parameter *rest = &s->parameters[plain];
        if (convert_rest(a, s, rest, args, plain, positional, &values[plain]) < 0) return -1;
    }
    if (names && bind_names(a, s, values, args + positional, names) < 0) return -1;
    for (int32_t i = 0; i < s->count; i++) {
        if (values[i].kind != SWIFTGRAD_ABSENT || !s->parameters[i].required) continue;
        if (s->parameters[i].variadic) {
            values[i] = (swiftgrad_value){.kind = SWIFTGRAD_LIST, .count = 0, .items = NULL};
            continue;
        }
        PyErr_Format(PyExc_TypeError, "%s() missing required argument: '%U'", s->name, s->parameters[i].name);
        return -1;
    }
    return 0;
}
