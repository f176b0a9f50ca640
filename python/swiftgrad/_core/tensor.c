/* swiftgrad.Tensor: one Python object for a tensor of the library, as long as Python holds it. */
#include "core.h"

PyTypeObject *tensor_type;
PyTypeObject *parameter_tensor_type;

static const char tensor_doc[] = 
    "An array with gradients. It is made by swiftgrad.asarray, array, from_numpy, zeros, ...";

/* Shells of dead tensors: the next results of small operations live in them. */
#define SPARE_SHELLS 64
static tensor_object *spare[SPARE_SHELLS];
static int spare_count = 0;

static tensor_object *new_shell(PyTypeObject *type) {
    if (type == tensor_type && spare_count) {
        tensor_object *self = spare[--spare_count];
        return (tensor_object *)PyObject_Init((PyObject *)self, type);
    }
    if (type == tensor_type) return PyObject_New(tensor_object, type);
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    return (tensor_object *)allocate(type, 0);
}

static PyObject *wrap_as(PyTypeObject *type, swiftgrad_object handle) {
    tensor_object *self = new_shell(type);
    if (!self) {
        library_scope scope = library_enter(false);
        swiftgrad_release(handle);
        library_leave(scope);
        return NULL;
    }
    self->handle = handle;
    self->weak_references = NULL;
    swiftgrad_set_wrapper(handle, self);
    return (PyObject *)self;
}

PyObject *tensor_wrap(swiftgrad_object handle) {
    PyObject *known = swiftgrad_get_wrapper(handle);
    if (!known) return wrap_as(tensor_type, handle);
    swiftgrad_release(handle);
    return Py_NewRef(known);
}

PyObject *tensor_as_parameter(PyObject *module, PyObject *tensor) {
    (void)module;
    if (!is_tensor(tensor)) {
        PyErr_Format(PyExc_TypeError, "a Parameter is a tensor, not %R", (PyObject *)Py_TYPE(tensor));
        return NULL;
    }
    if (PyObject_TypeCheck(tensor, parameter_tensor_type)) return Py_NewRef(tensor);
    PyObject *known = swiftgrad_get_wrapper(tensor_handle(tensor));
    if (known && PyObject_TypeCheck(known, parameter_tensor_type)) return Py_NewRef(known);
    swiftgrad_retain(tensor_handle(tensor));
    return wrap_as(parameter_tensor_type, tensor_handle(tensor));
}

static void tensor_dealloc(PyObject *self) {
    tensor_object *tensor = (tensor_object *)self;
    PyTypeObject *type = Py_TYPE(self);
    if (tensor->handle && swiftgrad_get_wrapper(tensor->handle) == self) swiftgrad_set_wrapper(tensor->handle, NULL);
    if (tensor->weak_references) PyObject_ClearWeakRefs(self);
    if (tensor->handle) {
        library_scope scope = library_enter(false);
        swiftgrad_release(tensor->handle);
        library_leave(scope);
        tensor->handle = NULL;
    }
    if (type == tensor_type && spare_count < SPARE_SHELLS) {
        spare[spare_count++] = tensor;
    } else {
        freefunc free_object = (freefunc)PyType_GetSlot(type, Py_tp_free);
        free_object(self);
    }
    Py_DECREF(type);
}

static PyObject *tensor_new(PyTypeObject *type, PyObject *args, PyObject *names) {
    (void)args;
    (void)names;
    if (type != parameter_tensor_type && !PyType_IsSubtype(type, parameter_tensor_type)) {
        PyErr_SetString(PyExc_TypeError, "make tensors with swiftgrad.asarray, array, from_numpy or zeros");
        return NULL;
    }
    static char *keywords[] = {"data", "requires_grad", NULL};
    PyObject *data;
    int requires_grad = 1;
    if (!PyArg_ParseTupleAndKeywords(args, names, "O|p:Parameter", keywords, &data, &requires_grad)) return NULL;
    PyObject *source = is_tensor(data) ? Py_NewRef(data) : tensor_from_python(data);
    if (!source) return NULL;
    PyObject *alias = tensor_alias(source);
    Py_DECREF(source);
    if (!alias) return NULL;
    /* The alias has no other user: its Python object gives way to one of the right type. */
    swiftgrad_object handle = tensor_handle(alias);
    swiftgrad_retain(handle);
    Py_DECREF(alias);
    PyObject *self = wrap_as(type, handle);
    if (self && requires_grad && tensor_set_requires_grad(self, true) < 0) Py_CLEAR(self);
    return self;
}

/* Identity, so that tensors can be keys; == is elementwise. */
static Py_hash_t tensor_hash(PyObject *self) {
    Py_hash_t hash = (Py_hash_t)((uintptr_t)self >> 4);
    return hash == -1 ? -2 : hash;
}

static PyObject *text_of(PyObject *self, const char *function) {
    PyObject *module = PyImport_ImportModule("swiftgrad._text");
    PyObject *text = module ? PyObject_CallMethod(module, function, "(O)", self) : NULL;
    Py_XDECREF(module);
    return text;
}

static PyObject *tensor_repr(PyObject *self) { return text_of(self, "tensor_repr"); }

static PyMemberDef members[] = {
    {"__weaklistoffset__", T_PYSSIZET, offsetof(tensor_object, weak_references), READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_doc, (void *)tensor_doc},
    {Py_tp_new, tensor_new},
    {Py_tp_dealloc, tensor_dealloc},
    {Py_tp_repr, tensor_repr},
    {Py_tp_hash, tensor_hash},
    {Py_tp_richcompare, tensor_compare},
    {Py_tp_iter, tensor_iterate},
    {Py_tp_members, members},
    {Py_tp_getset, tensor_attributes},
    {Py_tp_methods, tensor_methods},
    {Py_nb_add, tensor_add},
    {Py_nb_subtract, tensor_subtract},
    {Py_nb_multiply, tensor_multiply},
    {Py_nb_true_divide, tensor_divide},
    {Py_nb_floor_divide, tensor_floor_divide},
    {Py_nb_remainder, tensor_remainder},
    {Py_nb_power, tensor_power},
    {Py_nb_matrix_multiply, tensor_matmul},
    {Py_nb_and, tensor_and},
    {Py_nb_or, tensor_or},
    {Py_nb_xor, tensor_xor},
    {Py_nb_lshift, tensor_shift_left},
    {Py_nb_rshift, tensor_shift_right},
    {Py_nb_negative, tensor_negative},
    {Py_nb_positive, tensor_positive},
    {Py_nb_absolute, tensor_absolute},
    {Py_nb_invert, tensor_invert},
    {Py_nb_inplace_add, tensor_iadd},
    {Py_nb_inplace_subtract, tensor_isubtract},
    {Py_nb_inplace_multiply, tensor_imultiply},
    {Py_nb_inplace_true_divide, tensor_idivide},
    {Py_nb_inplace_floor_divide, tensor_ifloor_divide},
    {Py_nb_inplace_remainder, tensor_iremainder},
    {Py_nb_inplace_power, tensor_ipower},
    {Py_nb_bool, tensor_truth},
    {Py_nb_int, tensor_to_int},
    {Py_nb_float, tensor_to_float},
    {Py_nb_index, tensor_to_index},
    {Py_mp_subscript, tensor_get_item},
    {Py_mp_ass_subscript, tensor_set_item},
    {Py_mp_length, tensor_length},
    {Py_sq_item, tensor_item_at},
    {Py_sq_length, tensor_length},
    {Py_sq_contains, tensor_contains},
    {Py_bf_getbuffer, tensor_get_buffer},
    {Py_bf_releasebuffer, tensor_release_buffer},
    {0, NULL},
};

static PyType_Spec spec = {
    .name = "swiftgrad._core.Tensor",
    .basicsize = sizeof(tensor_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .slots = slots,
};

static PyType_Slot parameter_slots[] = {
    {Py_tp_doc, "Parameter(data, requires_grad=True)\n--\n\n"
                "A tensor that a module trains: assigned to an attribute of a module, it becomes one of its\n"
                "parameters."},
    {0, NULL},
};

static PyType_Spec parameter_spec = {
    .name = "swiftgrad._core.Parameter",
    .basicsize = sizeof(tensor_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
    .slots = parameter_slots,
};

int tensor_init(PyObject *module) {
    if (tensor_operators_init() < 0 || tensor_index_init() < 0 || tensor_attributes_init() < 0) return -1;
    tensor_type = (PyTypeObject *)PyType_FromSpec(&spec);
    if (!tensor_type || PyModule_AddType(module, tensor_type) < 0) return -1;
    PyObject *bases = PyTuple_Pack(1, (PyObject *)tensor_type);
    parameter_tensor_type = bases ? (PyTypeObject *)PyType_FromSpecWithBases(&parameter_spec, bases) : NULL;
    Py_XDECREF(bases);
    if (!parameter_tensor_type || PyModule_AddType(module, parameter_tensor_type) < 0) return -1;
    return add_tensor_methods() < 0 ? -1 : tensor_create_init(module);
}
