	.file	"n.s"
	.section	".text.$s16SwiftgradKernels4GemmO8EpilogueV10columnBias03rowF010activationAEy_xGSPyxGSg_AkC10ActivationOtcfC","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV10columnBias03rowF010activationAEy_xGSPyxGSg_AkC10ActivationOtcfC # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV10columnBias03rowF010activationAEy_xGSPyxGSg_AkC10ActivationOtcfC
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV10columnBias03rowF010activationAEy_xGSPyxGSg_AkC10ActivationOtcfC
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8EpilogueV10columnBias03rowF010activationAEy_xGSPyxGSg_AkC10ActivationOtcfC,@function
$s16SwiftgradKernels4GemmO8EpilogueV10columnBias03rowF010activationAEy_xGSPyxGSg_AkC10ActivationOtcfC: # @"$s16SwiftgradKernels4GemmO8EpilogueV10columnBias03rowF010activationAEy_xGSPyxGSg_AkC10ActivationOtcfC"
# %bb.0:
	movl	%edx, %ecx
	movq	%rsi, %rdx
	movq	%rdi, %rax
                                        # kill: def $cl killed $cl killed $ecx
	retq
.Lfunc_end0:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV10columnBias03rowF010activationAEy_xGSPyxGSg_AkC10ActivationOtcfC, .Lfunc_end0-$s16SwiftgradKernels4GemmO8EpilogueV10columnBias03rowF010activationAEy_xGSPyxGSg_AkC10ActivationOtcfC
                                        # -- End function
	.section	.rodata.cst8,"aM",@progbits,8
	.p2align	3, 0x0                          # -- Begin function $s16SwiftgradKernels4GemmO15multiplyBatched5batch1m1n1k1a8aStrides12aBatchStride1b01bG001bhI01c04cRowI001chI010accumulate8epilogueySi_S3iSPySfGSi3row_Si6columntSiATSiAU_SiAVtSiSpySfGS2iSbAC8EpilogueVy_SfGtFZ
.LCPI1_0:
	.quad	0x4180000000000000              # double 33554432
.LCPI1_1:
	.quad	0x3ff0000000000000              # double 1
.LCPI1_2:
	.quad	0x4110000000000000              # double 262144
.LCPI1_3:
	.quad	0xc3e0000000000001              # double -9.2233720368547778E+18
.LCPI1_4:
	.quad	0x43e0000000000000              # double 9.2233720368547758E+18
	.section	".text.$s16SwiftgradKernels4GemmO15multiplyBatched5batch1m1n1k1a8aStrides12aBatchStride1b01bG001bhI01c04cRowI001chI010accumulate8epilogueySi_S3iSPySfGSi3row_Si6columntSiATSiAU_SiAVtSiSpySfGS2iSbAC8EpilogueVy_SfGtFZ","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO15multiplyBatched5batch1m1n1k1a8aStrides12aBatchStride1b01bG001bhI01c04cRowI001chI010accumulate8epilogueySi_S3iSPySfGSi3row_Si6columntSiATSiAU_SiAVtSiSpySfGS2iSbAC8EpilogueVy_SfGtFZ
	.globl	$s16SwiftgradKernels4GemmO15multiplyBatched5batch1m1n1k1a8aStrides12aBatchStride1b01bG001bhI01c04cRowI001chI010accumulate8epilogueySi_S3iSPySfGSi3row_Si6columntSiATSiAU_SiAVtSiSpySfGS2iSbAC8EpilogueVy_SfGtFZ
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO15multiplyBatched5batch1m1n1k1a8aStrides12aBatchStride1b01bG001bhI01c04cRowI001chI010accumulate8epilogueySi_S3iSPySfGSi3row_Si6columntSiATSiAU_SiAVtSiSpySfGS2iSbAC8EpilogueVy_SfGtFZ,@function
$s16SwiftgradKernels4GemmO15multiplyBatched5batch1m1n1k1a8aStrides12aBatchStride1b01bG001bhI01c04cRowI001chI010accumulate8epilogueySi_S3iSPySfGSi3row_Si6columntSiATSiAU_SiAVtSiSpySfGS2iSbAC8EpilogueVy_SfGtFZ: # @"$s16SwiftgradKernels4GemmO15multiplyBatched5batch1m1n1k1a8aStrides12aBatchStride1b01bG001bhI01c04cRowI001chI010accumulate8epilogueySi_S3iSPySfGSi3row_Si6columntSiATSiAU_SiAVtSiSpySfGS2iSbAC8EpilogueVy_SfGtFZ"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$344, %rsp                      # imm = 0x158
	.cfi_def_cfa_offset 400
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movzbl	472(%rsp), %eax
	movq	%r8, 104(%rsp)                  # 8-byte Spill
	movq	456(%rsp), %r8
	movq	%rcx, %r12
	movq	%r9, %rcx
	movq	%rdx, %r13
	movq	%r9, 112(%rsp)                  # 8-byte Spill
	andb	$1, %al
	cmpq	$2, %rdi
	movq	%r8, %rdx
	setge	%r10b
	imulq	%rsi, %rcx
	xorq	408(%rsp), %rcx
	imulq	%rsi, %rdx
	xorq	464(%rsp), %rdx
	movb	%al, 15(%rsp)                   # 1-byte Spill
	orq	440(%rsp), %rcx
	orq	%rcx, %rdx
	orq	488(%rsp), %rdx
	sete	%cl
	andb	%r10b, %cl
	cmpb	$1, %cl
	jne	.LBB1_2
# %bb.1:
	movq	%rsi, %rax
	imulq	%rdi, %rax
	jno	.LBB1_85
.LBB1_2:
	vcvtsi2sd	%rsi, %xmm15, %xmm0
	cmpq	$2, %r12
	movl	$1, %eax
	movq	%rsi, 16(%rsp)                  # 8-byte Spill
	movq	%r12, 240(%rsp)                 # 8-byte Spill
	cmovgeq	%r12, %rax
	vcvtsi2sd	%r13, %xmm15, %xmm1
	vmulsd	%xmm1, %xmm0, %xmm0
	vcvtsi2sd	%rax, %xmm15, %xmm1
	vmulsd	%xmm1, %xmm0, %xmm0
	vucomisd	.LCPI1_0(%rip), %xmm0
	jae	.LBB1_3
# %bb.24:
	vmovsd	.LCPI1_1(%rip), %xmm1           # xmm1 = [1.0E+0,0.0E+0]
	vmovsd	.LCPI1_2(%rip), %xmm2           # xmm2 = [2.62144E+5,0.0E+0]
	movb	$63, %cl
	movabsq	$9218868437227405311, %rdx      # imm = 0x7FEFFFFFFFFFFFFF
	vmaxsd	%xmm0, %xmm1, %xmm0
	vdivsd	%xmm0, %xmm2, %xmm0
	vmovq	%xmm0, %rax
	bzhiq	%rcx, %rax, %rax
	cmpq	%rdx, %rax
	jg	.LBB1_87
# %bb.25:
	vucomisd	.LCPI1_3(%rip), %xmm0
	jbe	.LBB1_88
# %bb.26:
	vmovsd	.LCPI1_4(%rip), %xmm1           # xmm1 = [9.2233720368547758E+18,0.0E+0]
	vucomisd	%xmm0, %xmm1
	jbe	.LBB1_89
# %bb.27:
	vcvttsd2si	%xmm0, %rsi
	movq	%rdi, 96(%rsp)                  # 8-byte Spill
	testq	%rsi, %rsi
	jle	.LBB1_83
# %bb.28:
	testq	%rdi, %rdi
	jle	.LBB1_86
# %bb.29:
	cmpq	%rsi, %rdi
	jbe	.LBB1_30
.LBB1_50:
	movq	%rdi, %rax
	addq	%rsi, %rax
	jo	.LBB1_90
# %bb.51:
	decq	%rax
	jo	.LBB1_91
# %bb.52:
	movq	%rax, %rcx
	orq	%rsi, %rcx
	shrq	$32, %rcx
	je	.LBB1_53
# %bb.54:
	cqto
	idivq	%rsi
	movq	%rax, %rdx
	testq	%rdx, %rdx
	js	.LBB1_92
.LBB1_56:
	je	.LBB1_86
# %bb.57:
	cmpq	$0, 16(%rsp)                    # 8-byte Folded Reload
	movq	448(%rsp), %r10
	leaq	(,%r13,4), %r11
	leaq	288(%rsp), %r14
	movq	%rsi, 272(%rsp)                 # 8-byte Spill
	movq	%rdx, 264(%rsp)                 # 8-byte Spill
	movq	%r11, 80(%rsp)                  # 8-byte Spill
	setle	%al
	testq	%r13, %r13
	movq	%r10, 40(%rsp)                  # 8-byte Spill
	setle	%cl
	orb	%al, %cl
	cmpb	$0, 496(%rsp)
	movb	%cl, 72(%rsp)                   # 1-byte Spill
	movq	488(%rsp), %rcx
	sete	%al
	orq	480(%rsp), %rcx
	sete	%cl
	xorl	%r9d, %r9d
	andb	%al, %cl
	movq	464(%rsp), %rax
	movb	%cl, 31(%rsp)                   # 1-byte Spill
	movq	%rsi, %rcx
	imulq	%rax, %rcx
	leaq	(,%rax,4), %rax
	movq	%rax, 56(%rsp)                  # 8-byte Spill
	shlq	$2, %rcx
	movq	%rcx, 256(%rsp)                 # 8-byte Spill
	leaq	(,%r8,4), %rcx
	movq	%rcx, 248(%rsp)                 # 8-byte Spill
	jmp	.LBB1_58
.LBB1_3:
	xorl	%eax, %eax
	testq	%rdi, %rdi
	cmovgq	%rdi, %rax
	movq	%rax, 64(%rsp)                  # 8-byte Spill
	jle	.LBB1_86
# %bb.4:
	cmpq	$0, 16(%rsp)                    # 8-byte Folded Reload
	leaq	(,%r13,4), %rsi
	leaq	288(%rsp), %rbp
	movq	%rsi, 48(%rsp)                  # 8-byte Spill
	setle	%al
	testq	%r13, %r13
	setle	%cl
	orb	%al, %cl
	cmpb	$0, 496(%rsp)
	movb	%cl, 96(%rsp)                   # 1-byte Spill
	movq	488(%rsp), %rcx
	sete	%al
	orq	480(%rsp), %rcx
	sete	%cl
	xorl	%edx, %edx
	andb	%al, %cl
	movq	464(%rsp), %rax
	movb	%cl, 40(%rsp)                   # 1-byte Spill
	leaq	(,%r8,4), %rcx
	movq	%rcx, 88(%rsp)                  # 8-byte Spill
	movq	448(%rsp), %rcx
	leaq	(,%rax,4), %rax
	movq	%rax, 56(%rsp)                  # 8-byte Spill
	movq	%rcx, 32(%rsp)                  # 8-byte Spill
	jmp	.LBB1_5
	.p2align	4
.LBB1_6:                                #   in Loop: Header=BB1_5 Depth=1
	movq	72(%rsp), %rdx                  # 8-byte Reload
	movq	32(%rsp), %rax                  # 8-byte Reload
	movq	456(%rsp), %r8
	addq	56(%rsp), %rax                  # 8-byte Folded Reload
	incq	%rdx
	movq	%rax, 32(%rsp)                  # 8-byte Spill
	cmpq	64(%rsp), %rdx                  # 8-byte Folded Reload
	je	.LBB1_86
.LBB1_5:                                # =>This Loop Header: Depth=1
                                        #     Child Loop BB1_9 Depth 2
                                        #       Child Loop BB1_13 Depth 3
                                        #     Child Loop BB1_20 Depth 2
	movq	%rdx, %rax
	imulq	408(%rsp), %rax
	movq	104(%rsp), %rcx                 # 8-byte Reload
	movq	16(%rsp), %rsi                  # 8-byte Reload
	movq	112(%rsp), %r9                  # 8-byte Reload
	movq	%rdx, 72(%rsp)                  # 8-byte Spill
	movzbl	15(%rsp), %edi                  # 1-byte Folded Reload
	movq	%rsi, 120(%rsp)
	movq	%r13, 128(%rsp)
	movq	%r12, 136(%rsp)
	movq	400(%rsp), %rsi
	leaq	(%rcx,%rax,4), %rax
	movq	416(%rsp), %rcx
	movq	%rax, 144(%rsp)
	movq	%rdx, %rax
	imulq	440(%rsp), %rax
	movq	%r9, 152(%rsp)
	movq	%rsi, 160(%rsp)
	movq	480(%rsp), %rsi
	leaq	(%rcx,%rax,4), %rax
	movq	448(%rsp), %rcx
	movq	%rax, 168(%rsp)
	movq	%rdx, %rax
	imulq	464(%rsp), %rax
	movq	424(%rsp), %rdx
	cmpb	$0, 96(%rsp)                    # 1-byte Folded Reload
	movq	%rdx, 176(%rsp)
	movq	488(%rsp), %rdx
	leaq	(%rcx,%rax,4), %rax
	movq	432(%rsp), %rcx
	movq	%rcx, 184(%rsp)
	movzbl	496(%rsp), %ecx
	movq	%rax, 192(%rsp)
	movq	%r8, 200(%rsp)
	movb	%dil, 208(%rsp)
	movq	%rsi, 216(%rsp)
	movq	%rdx, 224(%rsp)
	movb	%cl, 232(%rsp)
	jne	.LBB1_6
# %bb.7:                                #   in Loop: Header=BB1_5 Depth=1
	testq	%r12, %r12
	jle	.LBB1_19
# %bb.8:                                #   in Loop: Header=BB1_5 Depth=1
	movl	$12, %esi
	movl	$16, %edx
	leaq	120(%rsp), %rdi
	movq	%rbp, %rax
	callq	($s16SwiftgradKernels8GemmPlanV_4rows5widthAcA13MatrixProductVyxG_S2itclufCSf_Tt2g5)
	movq	312(%rsp), %rax
	movq	320(%rsp), %r14
	xorl	%ebx, %ebx
	movq	%rax, 80(%rsp)                  # 8-byte Spill
	.p2align	4
.LBB1_9:                                #   Parent Loop BB1_5 Depth=1
                                        # =>  This Loop Header: Depth=2
                                        #       Child Loop BB1_13 Depth 3
	movq	%r12, %r15
	subq	%rbx, %r15
	jo	.LBB1_109
# %bb.10:                               #   in Loop: Header=BB1_9 Depth=2
	movq	80(%rsp), %rax                  # 8-byte Reload
	cmpq	%r15, %rax
	cmovlq	%rax, %r15
	addq	%rbx, %r15
	jo	.LBB1_110
# %bb.11:                               #   in Loop: Header=BB1_9 Depth=2
	cmpq	%rbx, %r15
	jl	.LBB1_111
# %bb.12:                               #   in Loop: Header=BB1_9 Depth=2
	xorl	%edx, %edx
	.p2align	4
.LBB1_13:                               #   Parent Loop BB1_5 Depth=1
                                        #     Parent Loop BB1_9 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	movq	%r13, %r12
	subq	%rdx, %r12
	cmpq	%r12, %r14
	cmovlq	%r14, %r12
	addq	%rdx, %r12
	jo	.LBB1_112
# %bb.14:                               #   in Loop: Header=BB1_13 Depth=3
	cmpq	%rdx, %r12
	jl	.LBB1_113
# %bb.15:                               #   in Loop: Header=BB1_13 Depth=3
	leaq	120(%rsp), %rdi
	movq	%rbp, %rsi
	movq	%r12, %rcx
	movq	%rbx, %r8
	movq	%r15, %r9
	callq	($s16SwiftgradKernels10GemmDriverO10superPanel33_422D063B8A1BC0089E55126575EE4C48LLyyAA13MatrixProductVy6Vector_6ScalarQZG_AA0C4PlanVSnySiGANtFZAA16WideRegisterFileOyAA6F32x16VG_Tt3g5)
	movq	%r12, %rdx
	cmpq	%r13, %r12
	jl	.LBB1_13
# %bb.16:                               #   in Loop: Header=BB1_9 Depth=2
	movq	240(%rsp), %r12                 # 8-byte Reload
	movq	%r15, %rbx
	cmpq	%r12, %r15
	jl	.LBB1_9
	jmp	.LBB1_6
.LBB1_19:                               #   in Loop: Header=BB1_5 Depth=1
	movq	32(%rsp), %rbx                  # 8-byte Reload
	movq	456(%rsp), %r15
	movq	16(%rsp), %rcx                  # 8-byte Reload
	xorl	%r14d, %r14d
	jmp	.LBB1_20
	.p2align	4
.LBB1_22:                               #   in Loop: Header=BB1_20 Depth=2
	addq	88(%rsp), %rbx                  # 8-byte Folded Reload
	incq	%r14
	cmpq	%r14, %rcx
	je	.LBB1_17
.LBB1_20:                               #   Parent Loop BB1_5 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	movq	%r14, %rax
	imulq	%r15, %rax
	jo	.LBB1_114
# %bb.21:                               #   in Loop: Header=BB1_20 Depth=2
	testb	$1, 472(%rsp)
	jne	.LBB1_22
# %bb.23:                               #   in Loop: Header=BB1_20 Depth=2
	movq	48(%rsp), %rdx                  # 8-byte Reload
	movq	%rbx, %rdi
	xorl	%esi, %esi
	callq	memset@PLT
	movq	16(%rsp), %rcx                  # 8-byte Reload
	jmp	.LBB1_22
.LBB1_17:                               #   in Loop: Header=BB1_5 Depth=1
	cmpb	$0, 40(%rsp)                    # 1-byte Folded Reload
	jne	.LBB1_6
# %bb.18:                               #   in Loop: Header=BB1_5 Depth=1
	movq	16(%rsp), %rdx                  # 8-byte Reload
	leaq	120(%rsp), %rdi
	xorl	%esi, %esi
	xorl	%ecx, %ecx
	movq	%r13, %r8
	callq	($s16SwiftgradKernels12TileEpilogueO3run33_D4B467495C0F5B92A3FDFF4F4D85CD1ALLyyAA13MatrixProductVy6Vector_6ScalarQZG_S4itFZAA16WideRegisterFileOyAA6F32x16VG_Tt4g5)
	jmp	.LBB1_6
.LBB1_85:
	movq	104(%rsp), %rdi                 # 8-byte Reload
	movq	112(%rsp), %rdx                 # 8-byte Reload
	movq	%rax, 120(%rsp)
	movq	%r13, 128(%rsp)
	movq	%r12, 136(%rsp)
	movzbl	15(%rsp), %esi                  # 1-byte Folded Reload
	movzbl	496(%rsp), %ecx
	movq	%rdi, 144(%rsp)
	movq	400(%rsp), %rdi
	movq	%rdx, 152(%rsp)
	movq	416(%rsp), %rdx
	movq	%rdi, 160(%rsp)
	movq	424(%rsp), %rdi
	movq	%rdx, 168(%rsp)
	movq	432(%rsp), %rdx
	movq	%rdi, 176(%rsp)
	movq	448(%rsp), %rdi
	movq	%rdx, 184(%rsp)
	movq	480(%rsp), %rdx
	movq	%rdi, 192(%rsp)
	leaq	120(%rsp), %rdi
	movq	%r8, 200(%rsp)
	movb	%sil, 208(%rsp)
	movq	%rdx, 216(%rsp)
	movq	$0, 224(%rsp)
	movb	%cl, 232(%rsp)
	callq	($s16SwiftgradKernels10GemmDriverO8multiplyyyAA13MatrixProductVy6Vector_6ScalarQZGFZAA16WideRegisterFileOyAA6F32x16VG_Tt0g5)
.LBB1_86:
	addq	$344, %rsp                      # imm = 0x158
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	retq
.LBB1_83:
	.cfi_def_cfa_offset 400
	testq	%rdi, %rdi
	jle	.LBB1_86
# %bb.84:
	movl	$1, %esi
	cmpq	$1, %rdi
	jne	.LBB1_50
.LBB1_30:
	cmpq	$0, 16(%rsp)                    # 8-byte Folded Reload
	leaq	(,%r13,4), %rsi
	leaq	288(%rsp), %rbp
	movq	%rsi, 48(%rsp)                  # 8-byte Spill
	setle	%al
	testq	%r13, %r13
	setle	%cl
	orb	%al, %cl
	cmpb	$0, 496(%rsp)
	movb	%cl, 64(%rsp)                   # 1-byte Spill
	movq	488(%rsp), %rcx
	sete	%al
	orq	480(%rsp), %rcx
	sete	%cl
	xorl	%edx, %edx
	andb	%al, %cl
	movq	464(%rsp), %rax
	movb	%cl, 40(%rsp)                   # 1-byte Spill
	leaq	(,%r8,4), %rcx
	movq	%rcx, 88(%rsp)                  # 8-byte Spill
	movq	448(%rsp), %rcx
	leaq	(,%rax,4), %rax
	movq	%rax, 56(%rsp)                  # 8-byte Spill
	movq	%rcx, 32(%rsp)                  # 8-byte Spill
	jmp	.LBB1_31
	.p2align	4
.LBB1_32:                               #   in Loop: Header=BB1_31 Depth=1
	movq	72(%rsp), %rdx                  # 8-byte Reload
	movq	32(%rsp), %rax                  # 8-byte Reload
	movq	456(%rsp), %r8
	addq	56(%rsp), %rax                  # 8-byte Folded Reload
	incq	%rdx
	movq	%rax, 32(%rsp)                  # 8-byte Spill
	cmpq	96(%rsp), %rdx                  # 8-byte Folded Reload
	je	.LBB1_86
.LBB1_31:                               # =>This Loop Header: Depth=1
                                        #     Child Loop BB1_35 Depth 2
                                        #       Child Loop BB1_39 Depth 3
                                        #     Child Loop BB1_46 Depth 2
	movq	%rdx, %rax
	imulq	408(%rsp), %rax
	movq	104(%rsp), %rcx                 # 8-byte Reload
	movq	16(%rsp), %rsi                  # 8-byte Reload
	movq	112(%rsp), %r9                  # 8-byte Reload
	movq	%rdx, 72(%rsp)                  # 8-byte Spill
	movzbl	15(%rsp), %edi                  # 1-byte Folded Reload
	movq	%rsi, 120(%rsp)
	movq	%r13, 128(%rsp)
	movq	%r12, 136(%rsp)
	movq	400(%rsp), %rsi
	leaq	(%rcx,%rax,4), %rax
	movq	416(%rsp), %rcx
	movq	%rax, 144(%rsp)
	movq	%rdx, %rax
	imulq	440(%rsp), %rax
	movq	%r9, 152(%rsp)
	movq	%rsi, 160(%rsp)
	movq	480(%rsp), %rsi
	leaq	(%rcx,%rax,4), %rax
	movq	448(%rsp), %rcx
	movq	%rax, 168(%rsp)
	movq	%rdx, %rax
	imulq	464(%rsp), %rax
	movq	424(%rsp), %rdx
	cmpb	$0, 64(%rsp)                    # 1-byte Folded Reload
	movq	%rdx, 176(%rsp)
	movq	488(%rsp), %rdx
	leaq	(%rcx,%rax,4), %rax
	movq	432(%rsp), %rcx
	movq	%rcx, 184(%rsp)
	movzbl	496(%rsp), %ecx
	movq	%rax, 192(%rsp)
	movq	%r8, 200(%rsp)
	movb	%dil, 208(%rsp)
	movq	%rsi, 216(%rsp)
	movq	%rdx, 224(%rsp)
	movb	%cl, 232(%rsp)
	jne	.LBB1_32
# %bb.33:                               #   in Loop: Header=BB1_31 Depth=1
	testq	%r12, %r12
	jle	.LBB1_45
# %bb.34:                               #   in Loop: Header=BB1_31 Depth=1
	movl	$12, %esi
	movl	$16, %edx
	leaq	120(%rsp), %rdi
	movq	%rbp, %rax
	callq	($s16SwiftgradKernels8GemmPlanV_4rows5widthAcA13MatrixProductVyxG_S2itclufCSf_Tt2g5)
	movq	312(%rsp), %rax
	movq	320(%rsp), %r14
	xorl	%ebx, %ebx
	movq	%rax, 80(%rsp)                  # 8-byte Spill
	.p2align	4
.LBB1_35:                               #   Parent Loop BB1_31 Depth=1
                                        # =>  This Loop Header: Depth=2
                                        #       Child Loop BB1_39 Depth 3
	movq	%r12, %r15
	subq	%rbx, %r15
	jo	.LBB1_103
# %bb.36:                               #   in Loop: Header=BB1_35 Depth=2
	movq	80(%rsp), %rax                  # 8-byte Reload
	cmpq	%r15, %rax
	cmovlq	%rax, %r15
	addq	%rbx, %r15
	jo	.LBB1_104
# %bb.37:                               #   in Loop: Header=BB1_35 Depth=2
	cmpq	%rbx, %r15
	jl	.LBB1_105
# %bb.38:                               #   in Loop: Header=BB1_35 Depth=2
	xorl	%edx, %edx
	.p2align	4
.LBB1_39:                               #   Parent Loop BB1_31 Depth=1
                                        #     Parent Loop BB1_35 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	movq	%r13, %r12
	subq	%rdx, %r12
	cmpq	%r12, %r14
	cmovlq	%r14, %r12
	addq	%rdx, %r12
	jo	.LBB1_106
# %bb.40:                               #   in Loop: Header=BB1_39 Depth=3
	cmpq	%rdx, %r12
	jl	.LBB1_107
# %bb.41:                               #   in Loop: Header=BB1_39 Depth=3
	leaq	120(%rsp), %rdi
	movq	%rbp, %rsi
	movq	%r12, %rcx
	movq	%rbx, %r8
	movq	%r15, %r9
	callq	($s16SwiftgradKernels10GemmDriverO10superPanel33_422D063B8A1BC0089E55126575EE4C48LLyyAA13MatrixProductVy6Vector_6ScalarQZG_AA0C4PlanVSnySiGANtFZAA16WideRegisterFileOyAA6F32x16VG_Tt3g5)
	movq	%r12, %rdx
	cmpq	%r13, %r12
	jl	.LBB1_39
# %bb.42:                               #   in Loop: Header=BB1_35 Depth=2
	movq	240(%rsp), %r12                 # 8-byte Reload
	movq	%r15, %rbx
	cmpq	%r12, %r15
	jl	.LBB1_35
	jmp	.LBB1_32
.LBB1_45:                               #   in Loop: Header=BB1_31 Depth=1
	movq	32(%rsp), %rbx                  # 8-byte Reload
	movq	456(%rsp), %r15
	movq	16(%rsp), %rcx                  # 8-byte Reload
	xorl	%r14d, %r14d
	jmp	.LBB1_46
	.p2align	4
.LBB1_48:                               #   in Loop: Header=BB1_46 Depth=2
	addq	88(%rsp), %rbx                  # 8-byte Folded Reload
	incq	%r14
	cmpq	%r14, %rcx
	je	.LBB1_43
.LBB1_46:                               #   Parent Loop BB1_31 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	movq	%r14, %rax
	imulq	%r15, %rax
	jo	.LBB1_108
# %bb.47:                               #   in Loop: Header=BB1_46 Depth=2
	testb	$1, 472(%rsp)
	jne	.LBB1_48
# %bb.49:                               #   in Loop: Header=BB1_46 Depth=2
	movq	48(%rsp), %rdx                  # 8-byte Reload
	movq	%rbx, %rdi
	xorl	%esi, %esi
	callq	memset@PLT
	movq	16(%rsp), %rcx                  # 8-byte Reload
	jmp	.LBB1_48
.LBB1_43:                               #   in Loop: Header=BB1_31 Depth=1
	cmpb	$0, 40(%rsp)                    # 1-byte Folded Reload
	jne	.LBB1_32
# %bb.44:                               #   in Loop: Header=BB1_31 Depth=1
	movq	16(%rsp), %rdx                  # 8-byte Reload
	leaq	120(%rsp), %rdi
	xorl	%esi, %esi
	xorl	%ecx, %ecx
	movq	%r13, %r8
	callq	($s16SwiftgradKernels12TileEpilogueO3run33_D4B467495C0F5B92A3FDFF4F4D85CD1ALLyyAA13MatrixProductVy6Vector_6ScalarQZG_S4itFZAA16WideRegisterFileOyAA6F32x16VG_Tt4g5)
	jmp	.LBB1_32
.LBB1_112:
	#APP
	#NO_APP
	ud2
.LBB1_113:
	#APP
	#NO_APP
	ud2
.LBB1_65:                               #   in Loop: Header=BB1_58 Depth=1
	movq	40(%rsp), %rax                  # 8-byte Reload
	movq	264(%rsp), %rdx                 # 8-byte Reload
	movq	280(%rsp), %r9                  # 8-byte Reload
	movq	96(%rsp), %rdi                  # 8-byte Reload
	movq	272(%rsp), %rsi                 # 8-byte Reload
	addq	256(%rsp), %rax                 # 8-byte Folded Reload
	movq	%rax, 40(%rsp)                  # 8-byte Spill
	cmpq	%rdx, %r9
	je	.LBB1_86
.LBB1_58:                               # =>This Loop Header: Depth=1
                                        #     Child Loop BB1_63 Depth 2
                                        #       Child Loop BB1_68 Depth 3
                                        #         Child Loop BB1_72 Depth 4
                                        #       Child Loop BB1_79 Depth 3
	movq	%r9, %r10
	imulq	%rsi, %r10
	jo	.LBB1_93
# %bb.59:                               #   in Loop: Header=BB1_58 Depth=1
	incq	%r9
	movq	%r9, %rax
	imulq	%rsi, %rax
	jo	.LBB1_94
# %bb.60:                               #   in Loop: Header=BB1_58 Depth=1
	cmpq	%rdi, %rax
	movq	%r9, 280(%rsp)                  # 8-byte Spill
	cmovgeq	%rdi, %rax
	cmpq	%r10, %rax
	jl	.LBB1_95
# %bb.61:                               #   in Loop: Header=BB1_58 Depth=1
	cmpq	%rax, %r10
	je	.LBB1_65
# %bb.62:                               #   in Loop: Header=BB1_58 Depth=1
	movq	40(%rsp), %rcx                  # 8-byte Reload
	movq	%rax, 64(%rsp)                  # 8-byte Spill
	movq	%rcx, 48(%rsp)                  # 8-byte Spill
	jl	.LBB1_63
	jmp	.LBB1_96
	.p2align	4
.LBB1_64:                               #   in Loop: Header=BB1_63 Depth=2
	movq	32(%rsp), %r10                  # 8-byte Reload
	movq	48(%rsp), %rax                  # 8-byte Reload
	movq	64(%rsp), %rcx                  # 8-byte Reload
	movq	456(%rsp), %r8
	addq	56(%rsp), %rax                  # 8-byte Folded Reload
	incq	%r10
	movq	%rax, 48(%rsp)                  # 8-byte Spill
	cmpq	%rcx, %r10
	je	.LBB1_65
.LBB1_63:                               #   Parent Loop BB1_58 Depth=1
                                        # =>  This Loop Header: Depth=2
                                        #       Child Loop BB1_68 Depth 3
                                        #         Child Loop BB1_72 Depth 4
                                        #       Child Loop BB1_79 Depth 3
	movq	%r10, %rax
	imulq	408(%rsp), %rax
	movq	104(%rsp), %rcx                 # 8-byte Reload
	movq	16(%rsp), %rsi                  # 8-byte Reload
	movq	112(%rsp), %rdx                 # 8-byte Reload
	movzbl	15(%rsp), %edi                  # 1-byte Folded Reload
	movq	%r10, 32(%rsp)                  # 8-byte Spill
	movq	%rsi, 120(%rsp)
	movq	%r13, 128(%rsp)
	movq	%r12, 136(%rsp)
	movq	400(%rsp), %rsi
	leaq	(%rcx,%rax,4), %rax
	movq	416(%rsp), %rcx
	movq	%rax, 144(%rsp)
	movq	%r10, %rax
	imulq	440(%rsp), %rax
	movq	%rdx, 152(%rsp)
	movq	424(%rsp), %rdx
	movq	%rsi, 160(%rsp)
	movq	480(%rsp), %rsi
	leaq	(%rcx,%rax,4), %rax
	movq	448(%rsp), %rcx
	movq	%rax, 168(%rsp)
	movq	%r10, %rax
	imulq	464(%rsp), %rax
	movq	%rdx, 176(%rsp)
	cmpb	$0, 72(%rsp)                    # 1-byte Folded Reload
	movq	488(%rsp), %rdx
	leaq	(%rcx,%rax,4), %rax
	movq	432(%rsp), %rcx
	movq	%rcx, 184(%rsp)
	movzbl	496(%rsp), %ecx
	movq	%rax, 192(%rsp)
	movq	%r8, 200(%rsp)
	movb	%dil, 208(%rsp)
	movq	%rsi, 216(%rsp)
	movq	%rdx, 224(%rsp)
	movb	%cl, 232(%rsp)
	jne	.LBB1_64
# %bb.66:                               #   in Loop: Header=BB1_63 Depth=2
	testq	%r12, %r12
	jle	.LBB1_78
# %bb.67:                               #   in Loop: Header=BB1_63 Depth=2
	movl	$12, %esi
	movl	$16, %edx
	leaq	120(%rsp), %rdi
	movq	%r14, %rax
	callq	($s16SwiftgradKernels8GemmPlanV_4rows5widthAcA13MatrixProductVyxG_S2itclufCSf_Tt2g5)
	movq	312(%rsp), %rax
	movq	320(%rsp), %rbx
	xorl	%ebp, %ebp
	movq	%rax, 88(%rsp)                  # 8-byte Spill
	.p2align	4
.LBB1_68:                               #   Parent Loop BB1_58 Depth=1
                                        #     Parent Loop BB1_63 Depth=2
                                        # =>    This Loop Header: Depth=3
                                        #         Child Loop BB1_72 Depth 4
	movq	%r12, %r15
	subq	%rbp, %r15
	jo	.LBB1_97
# %bb.69:                               #   in Loop: Header=BB1_68 Depth=3
	movq	88(%rsp), %rax                  # 8-byte Reload
	cmpq	%r15, %rax
	cmovlq	%rax, %r15
	addq	%rbp, %r15
	jo	.LBB1_98
# %bb.70:                               #   in Loop: Header=BB1_68 Depth=3
	cmpq	%rbp, %r15
	jl	.LBB1_99
# %bb.71:                               #   in Loop: Header=BB1_68 Depth=3
	xorl	%edx, %edx
	.p2align	4
.LBB1_72:                               #   Parent Loop BB1_58 Depth=1
                                        #     Parent Loop BB1_63 Depth=2
                                        #       Parent Loop BB1_68 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	movq	%r13, %r12
	subq	%rdx, %r12
	cmpq	%r12, %rbx
	cmovlq	%rbx, %r12
	addq	%rdx, %r12
	jo	.LBB1_100
# %bb.73:                               #   in Loop: Header=BB1_72 Depth=4
	cmpq	%rdx, %r12
	jl	.LBB1_101
# %bb.74:                               #   in Loop: Header=BB1_72 Depth=4
	leaq	120(%rsp), %rdi
	movq	%r14, %rsi
	movq	%r12, %rcx
	movq	%rbp, %r8
	movq	%r15, %r9
	callq	($s16SwiftgradKernels10GemmDriverO10superPanel33_422D063B8A1BC0089E55126575EE4C48LLyyAA13MatrixProductVy6Vector_6ScalarQZG_AA0C4PlanVSnySiGANtFZAA16WideRegisterFileOyAA6F32x16VG_Tt3g5)
	movq	%r12, %rdx
	cmpq	%r13, %r12
	jl	.LBB1_72
# %bb.75:                               #   in Loop: Header=BB1_68 Depth=3
	movq	240(%rsp), %r12                 # 8-byte Reload
	movq	%r15, %rbp
	cmpq	%r12, %r15
	jl	.LBB1_68
	jmp	.LBB1_64
.LBB1_78:                               #   in Loop: Header=BB1_63 Depth=2
	movq	48(%rsp), %r15                  # 8-byte Reload
	movq	16(%rsp), %rcx                  # 8-byte Reload
	movq	248(%rsp), %rbp                 # 8-byte Reload
	xorl	%ebx, %ebx
	jmp	.LBB1_79
	.p2align	4
.LBB1_81:                               #   in Loop: Header=BB1_79 Depth=3
	incq	%rbx
	addq	%rbp, %r15
	cmpq	%rbx, %rcx
	je	.LBB1_76
.LBB1_79:                               #   Parent Loop BB1_58 Depth=1
                                        #     Parent Loop BB1_63 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	movq	%rbx, %rax
	imulq	456(%rsp), %rax
	jo	.LBB1_102
# %bb.80:                               #   in Loop: Header=BB1_79 Depth=3
	testb	$1, 472(%rsp)
	jne	.LBB1_81
# %bb.82:                               #   in Loop: Header=BB1_79 Depth=3
	movq	80(%rsp), %rdx                  # 8-byte Reload
	movq	%r15, %rdi
	xorl	%esi, %esi
	callq	memset@PLT
	movq	16(%rsp), %rcx                  # 8-byte Reload
	jmp	.LBB1_81
.LBB1_76:                               #   in Loop: Header=BB1_63 Depth=2
	cmpb	$0, 31(%rsp)                    # 1-byte Folded Reload
	jne	.LBB1_64
# %bb.77:                               #   in Loop: Header=BB1_63 Depth=2
	movq	16(%rsp), %rdx                  # 8-byte Reload
	leaq	120(%rsp), %rdi
	xorl	%esi, %esi
	xorl	%ecx, %ecx
	movq	%r13, %r8
	callq	($s16SwiftgradKernels12TileEpilogueO3run33_D4B467495C0F5B92A3FDFF4F4D85CD1ALLyyAA13MatrixProductVy6Vector_6ScalarQZG_S4itFZAA16WideRegisterFileOyAA6F32x16VG_Tt4g5)
	jmp	.LBB1_64
.LBB1_106:
	#APP
	#NO_APP
	ud2
.LBB1_107:
	#APP
	#NO_APP
	ud2
.LBB1_53:
                                        # kill: def $eax killed $eax killed $rax
	xorl	%edx, %edx
	divl	%esi
	movl	%eax, %edx
	testq	%rdx, %rdx
	jns	.LBB1_56
.LBB1_92:
	#APP
	#NO_APP
	ud2
.LBB1_100:
	#APP
	#NO_APP
	ud2
.LBB1_101:
	#APP
	#NO_APP
	ud2
.LBB1_114:
	#APP
	#NO_APP
	ud2
.LBB1_109:
	#APP
	#NO_APP
	ud2
.LBB1_110:
	#APP
	#NO_APP
	ud2
.LBB1_111:
	#APP
	#NO_APP
	ud2
.LBB1_108:
	#APP
	#NO_APP
	ud2
.LBB1_103:
	#APP
	#NO_APP
	ud2
.LBB1_104:
	#APP
	#NO_APP
	ud2
.LBB1_105:
	#APP
	#NO_APP
	ud2
.LBB1_102:
	#APP
	#NO_APP
	ud2
.LBB1_97:
	#APP
	#NO_APP
	ud2
.LBB1_98:
	#APP
	#NO_APP
	ud2
.LBB1_99:
	#APP
	#NO_APP
	ud2
.LBB1_87:
	#APP
	#NO_APP
	ud2
.LBB1_88:
	#APP
	#NO_APP
	ud2
.LBB1_89:
	#APP
	#NO_APP
	ud2
.LBB1_93:
	#APP
	#NO_APP
	ud2
.LBB1_94:
	#APP
	#NO_APP
	ud2
.LBB1_95:
	#APP
	#NO_APP
	ud2
.LBB1_90:
	#APP
	#NO_APP
	ud2
.LBB1_91:
	#APP
	#NO_APP
	ud2
.LBB1_96:
	#APP
	#NO_APP
	ud2
.Lfunc_end1:
	.size	$s16SwiftgradKernels4GemmO15multiplyBatched5batch1m1n1k1a8aStrides12aBatchStride1b01bG001bhI01c04cRowI001chI010accumulate8epilogueySi_S3iSPySfGSi3row_Si6columntSiATSiAU_SiAVtSiSpySfGS2iSbAC8EpilogueVy_SfGtFZ, .Lfunc_end1-$s16SwiftgradKernels4GemmO15multiplyBatched5batch1m1n1k1a8aStrides12aBatchStride1b01bG001bhI01c04cRowI001chI010accumulate8epilogueySi_S3iSPySfGSi3row_Si6columntSiATSiAU_SiAVtSiSpySfGS2iSbAC8EpilogueVy_SfGtFZ
	.cfi_endproc
                                        # -- End function
	.section	".text.$s16SwiftgradKernels10ThreadPoolO6ranges_5grain_ySi_SiySnySiGXEtFZ","axR",@progbits
	.protected	$s16SwiftgradKernels10ThreadPoolO6ranges_5grain_ySi_SiySnySiGXEtFZ # -- Begin function $s16SwiftgradKernels10ThreadPoolO6ranges_5grain_ySi_SiySnySiGXEtFZ
	.globl	$s16SwiftgradKernels10ThreadPoolO6ranges_5grain_ySi_SiySnySiGXEtFZ
	.p2align	4
	.type	$s16SwiftgradKernels10ThreadPoolO6ranges_5grain_ySi_SiySnySiGXEtFZ,@function
$s16SwiftgradKernels10ThreadPoolO6ranges_5grain_ySi_SiySnySiGXEtFZ: # @"$s16SwiftgradKernels10ThreadPoolO6ranges_5grain_ySi_SiySnySiGXEtFZ"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	pushq	%rax
	.cfi_def_cfa_offset 64
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%rcx, %r13
	movq	%rdx, %rbx
	movq	%rdi, %r14
	cmpq	%rdi, %rsi
	jge	.LBB2_1
# %bb.3:
	movq	%r14, %rax
	addq	%rsi, %rax
	movq	%rsi, %r15
	jo	.LBB2_18
# %bb.4:
	decq	%rax
	jo	.LBB2_19
# %bb.5:
	testq	%r15, %r15
	je	.LBB2_20
# %bb.6:
	movabsq	$-9223372036854775808, %rcx     # imm = 0x8000000000000000
	movq	%r15, %rdx
	notq	%rdx
	xorq	%rax, %rcx
	orq	%rcx, %rdx
	je	.LBB2_25
# %bb.7:
	movq	%rax, %rcx
	orq	%r15, %rcx
	shrq	$32, %rcx
	je	.LBB2_8
# %bb.9:
	cqto
	idivq	%r15
	movq	%rax, %r12
	testq	%r12, %r12
	js	.LBB2_21
.LBB2_11:
	je	.LBB2_17
# %bb.12:
	xorl	%ebp, %ebp
	.p2align	4
.LBB2_13:                               # =>This Inner Loop Header: Depth=1
	movq	%rbp, %rdi
	imulq	%r15, %rdi
	jo	.LBB2_22
# %bb.14:                               #   in Loop: Header=BB2_13 Depth=1
	incq	%rbp
	movq	%rbp, %rsi
	imulq	%r15, %rsi
	jo	.LBB2_23
# %bb.15:                               #   in Loop: Header=BB2_13 Depth=1
	cmpq	%r14, %rsi
	cmovgeq	%r14, %rsi
	cmpq	%rdi, %rsi
	jl	.LBB2_24
# %bb.16:                               #   in Loop: Header=BB2_13 Depth=1
	callq	*%rbx
	cmpq	%rbp, %r12
	jne	.LBB2_13
	jmp	.LBB2_17
.LBB2_1:
	testq	%r14, %r14
	jle	.LBB2_17
# %bb.2:
	xorl	%edi, %edi
	movq	%r14, %rsi
	callq	*%rbx
.LBB2_17:
	addq	$8, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	retq
.LBB2_8:
	.cfi_def_cfa_offset 64
                                        # kill: def $eax killed $eax killed $rax
	xorl	%edx, %edx
	divl	%r15d
	movl	%eax, %r12d
	testq	%r12, %r12
	jns	.LBB2_11
.LBB2_21:
	#APP
	#NO_APP
	ud2
.LBB2_22:
	#APP
	#NO_APP
	ud2
.LBB2_23:
	#APP
	#NO_APP
	ud2
.LBB2_24:
	#APP
	#NO_APP
	ud2
.LBB2_18:
	#APP
	#NO_APP
	ud2
.LBB2_19:
	#APP
	#NO_APP
	ud2
.LBB2_20:
	#APP
	#NO_APP
	ud2
.LBB2_25:
	#APP
	#NO_APP
	ud2
.Lfunc_end2:
	.size	$s16SwiftgradKernels10ThreadPoolO6ranges_5grain_ySi_SiySnySiGXEtFZ, .Lfunc_end2-$s16SwiftgradKernels10ThreadPoolO6ranges_5grain_ySi_SiySnySiGXEtFZ
	.cfi_endproc
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpfi","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpfi # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpfi
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpfi
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpfi,@function
$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpfi: # @"$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpfi"
# %bb.0:
	xorl	%eax, %eax
	retq
.Lfunc_end3:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpfi, .Lfunc_end3-$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpfi
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvg","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvg # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvg
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvg
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvg,@function
$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvg: # @"$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvg"
# %bb.0:
	movq	%rdi, %rax
	retq
.Lfunc_end4:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvg, .Lfunc_end4-$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvg
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvs","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvs # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvs
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvs
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvs,@function
$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvs: # @"$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvs"
# %bb.0:
	movq	%rdi, (%r13)
	retq
.Lfunc_end5:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvs, .Lfunc_end5-$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvs
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM,@function
$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM: # @"$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM"
# %bb.0:
	leaq	($s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM.resume.0)(%rip), %rax
	movq	%r13, %rdx
	retq
.Lfunc_end6:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM, .Lfunc_end6-$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM
                                        # -- End function
	.text
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM.resume.0
	.type	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM.resume.0,@function
$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM.resume.0: # @"$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM.resume.0"
# %bb.0:
	retq
.Lfunc_end7:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM.resume.0, .Lfunc_end7-$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvM.resume.0
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvpfi","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvpfi # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvpfi
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvpfi
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvpfi,@function
$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvpfi: # @"$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvpfi"
# %bb.0:
	xorl	%eax, %eax
	retq
.Lfunc_end8:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvpfi, .Lfunc_end8-$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvpfi
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvg","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvg # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvg
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvg
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvg,@function
$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvg: # @"$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvg"
# %bb.0:
	movq	%rsi, %rax
	retq
.Lfunc_end9:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvg, .Lfunc_end9-$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvg
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvs","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvs # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvs
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvs
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvs,@function
$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvs: # @"$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvs"
# %bb.0:
	movq	%rdi, 8(%r13)
	retq
.Lfunc_end10:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvs, .Lfunc_end10-$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvs
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM,@function
$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM: # @"$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM"
# %bb.0:
	leaq	8(%r13), %rdx
	leaq	($s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM.resume.0)(%rip), %rax
	retq
.Lfunc_end11:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM, .Lfunc_end11-$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM
                                        # -- End function
	.text
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM.resume.0
	.type	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM.resume.0,@function
$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM.resume.0: # @"$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM.resume.0"
# %bb.0:
	retq
.Lfunc_end12:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM.resume.0, .Lfunc_end12-$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvM.resume.0
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvg","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvg # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvg
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvg
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvg,@function
$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvg: # @"$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvg"
# %bb.0:
	movl	%edx, %eax
                                        # kill: def $al killed $al killed $eax
	retq
.Lfunc_end13:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvg, .Lfunc_end13-$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvg
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvs","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvs # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvs
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvs
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvs,@function
$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvs: # @"$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvs"
# %bb.0:
	movb	%dil, 16(%r13)
	retq
.Lfunc_end14:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvs, .Lfunc_end14-$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvs
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM,@function
$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM: # @"$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM"
# %bb.0:
	leaq	16(%r13), %rdx
	leaq	($s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM.resume.0)(%rip), %rax
	retq
.Lfunc_end15:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM, .Lfunc_end15-$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM
                                        # -- End function
	.text
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM.resume.0
	.type	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM.resume.0,@function
$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM.resume.0: # @"$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM.resume.0"
# %bb.0:
	retq
.Lfunc_end16:
	.size	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM.resume.0, .Lfunc_end16-$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvM.resume.0
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO10ActivationO21__derived_enum_equalsySbAE_AEtFZ","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO10ActivationO21__derived_enum_equalsySbAE_AEtFZ # -- Begin function $s16SwiftgradKernels4GemmO10ActivationO21__derived_enum_equalsySbAE_AEtFZ
	.globl	$s16SwiftgradKernels4GemmO10ActivationO21__derived_enum_equalsySbAE_AEtFZ
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO10ActivationO21__derived_enum_equalsySbAE_AEtFZ,@function
$s16SwiftgradKernels4GemmO10ActivationO21__derived_enum_equalsySbAE_AEtFZ: # @"$s16SwiftgradKernels4GemmO10ActivationO21__derived_enum_equalsySbAE_AEtFZ"
# %bb.0:
	cmpb	%sil, %dil
	sete	%al
	retq
.Lfunc_end17:
	.size	$s16SwiftgradKernels4GemmO10ActivationO21__derived_enum_equalsySbAE_AEtFZ, .Lfunc_end17-$s16SwiftgradKernels4GemmO10ActivationO21__derived_enum_equalsySbAE_AEtFZ
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO10ActivationO4hash4intoys6HasherVz_tF","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO10ActivationO4hash4intoys6HasherVz_tF # -- Begin function $s16SwiftgradKernels4GemmO10ActivationO4hash4intoys6HasherVz_tF
	.globl	$s16SwiftgradKernels4GemmO10ActivationO4hash4intoys6HasherVz_tF
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO10ActivationO4hash4intoys6HasherVz_tF,@function
$s16SwiftgradKernels4GemmO10ActivationO4hash4intoys6HasherVz_tF: # @"$s16SwiftgradKernels4GemmO10ActivationO4hash4intoys6HasherVz_tF"
	.cfi_startproc
# %bb.0:
	pushq	%r13
	.cfi_def_cfa_offset 16
	.cfi_offset %r13, -16
	movq	%rdi, %r13
	movzbl	%sil, %edi
	callq	($ss6HasherV8_combineyySuF@PLT)
	popq	%r13
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end18:
	.size	$s16SwiftgradKernels4GemmO10ActivationO4hash4intoys6HasherVz_tF, .Lfunc_end18-$s16SwiftgradKernels4GemmO10ActivationO4hash4intoys6HasherVz_tF
	.cfi_endproc
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO10ActivationO9hashValueSivg","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO10ActivationO9hashValueSivg # -- Begin function $s16SwiftgradKernels4GemmO10ActivationO9hashValueSivg
	.globl	$s16SwiftgradKernels4GemmO10ActivationO9hashValueSivg
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO10ActivationO9hashValueSivg,@function
$s16SwiftgradKernels4GemmO10ActivationO9hashValueSivg: # @"$s16SwiftgradKernels4GemmO10ActivationO9hashValueSivg"
	.cfi_startproc
# %bb.0:
	pushq	%r13
	.cfi_def_cfa_offset 16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	subq	$72, %rsp
	.cfi_def_cfa_offset 96
	.cfi_offset %rbx, -24
	.cfi_offset %r13, -16
	movl	%edi, %ebx
	movq	%rsp, %r13
	movq	%r13, %rax
	xorl	%edi, %edi
	callq	($ss6HasherV5_seedABSi_tcfC@PLT)
	movzbl	%bl, %edi
	callq	($ss6HasherV8_combineyySuF@PLT)
	callq	($ss6HasherV9_finalizeSiyF@PLT)
	addq	$72, %rsp
	.cfi_def_cfa_offset 24
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%r13
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end19:
	.size	$s16SwiftgradKernels4GemmO10ActivationO9hashValueSivg, .Lfunc_end19-$s16SwiftgradKernels4GemmO10ActivationO9hashValueSivg
	.cfi_endproc
                                        # -- End function
	.text
	.hidden	$s16SwiftgradKernels4GemmO10ActivationOSQAASQ2eeoiySbx_xtFZTW # -- Begin function $s16SwiftgradKernels4GemmO10ActivationOSQAASQ2eeoiySbx_xtFZTW
	.weak	$s16SwiftgradKernels4GemmO10ActivationOSQAASQ2eeoiySbx_xtFZTW
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO10ActivationOSQAASQ2eeoiySbx_xtFZTW,@function
$s16SwiftgradKernels4GemmO10ActivationOSQAASQ2eeoiySbx_xtFZTW: # @"$s16SwiftgradKernels4GemmO10ActivationOSQAASQ2eeoiySbx_xtFZTW"
	.cfi_startproc
# %bb.0:
	movzbl	(%rdi), %eax
	cmpb	(%rsi), %al
	sete	%al
	retq
.Lfunc_end20:
	.size	$s16SwiftgradKernels4GemmO10ActivationOSQAASQ2eeoiySbx_xtFZTW, .Lfunc_end20-$s16SwiftgradKernels4GemmO10ActivationOSQAASQ2eeoiySbx_xtFZTW
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4GemmO10ActivationOSHAASH9hashValueSivgTW # -- Begin function $s16SwiftgradKernels4GemmO10ActivationOSHAASH9hashValueSivgTW
	.weak	$s16SwiftgradKernels4GemmO10ActivationOSHAASH9hashValueSivgTW
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO10ActivationOSHAASH9hashValueSivgTW,@function
$s16SwiftgradKernels4GemmO10ActivationOSHAASH9hashValueSivgTW: # @"$s16SwiftgradKernels4GemmO10ActivationOSHAASH9hashValueSivgTW"
	.cfi_startproc
# %bb.0:
	pushq	%r13
	.cfi_def_cfa_offset 16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	subq	$72, %rsp
	.cfi_def_cfa_offset 96
	.cfi_offset %rbx, -24
	.cfi_offset %r13, -16
	movzbl	(%r13), %ebx
	movq	%rsp, %r13
	movq	%r13, %rax
	xorl	%edi, %edi
	callq	($ss6HasherV5_seedABSi_tcfC@PLT)
	movq	%rbx, %rdi
	callq	($ss6HasherV8_combineyySuF@PLT)
	callq	($ss6HasherV9_finalizeSiyF@PLT)
	addq	$72, %rsp
	.cfi_def_cfa_offset 24
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%r13
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end21:
	.size	$s16SwiftgradKernels4GemmO10ActivationOSHAASH9hashValueSivgTW, .Lfunc_end21-$s16SwiftgradKernels4GemmO10ActivationOSHAASH9hashValueSivgTW
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4GemmO10ActivationOSHAASH4hash4intoys6HasherVz_tFTW # -- Begin function $s16SwiftgradKernels4GemmO10ActivationOSHAASH4hash4intoys6HasherVz_tFTW
	.weak	$s16SwiftgradKernels4GemmO10ActivationOSHAASH4hash4intoys6HasherVz_tFTW
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO10ActivationOSHAASH4hash4intoys6HasherVz_tFTW,@function
$s16SwiftgradKernels4GemmO10ActivationOSHAASH4hash4intoys6HasherVz_tFTW: # @"$s16SwiftgradKernels4GemmO10ActivationOSHAASH4hash4intoys6HasherVz_tFTW"
	.cfi_startproc
# %bb.0:
	pushq	%r13
	.cfi_def_cfa_offset 16
	.cfi_offset %r13, -16
	movq	%rdi, %rax
	movzbl	(%r13), %edi
	movq	%rax, %r13
	callq	($ss6HasherV8_combineyySuF@PLT)
	popq	%r13
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end22:
	.size	$s16SwiftgradKernels4GemmO10ActivationOSHAASH4hash4intoys6HasherVz_tFTW, .Lfunc_end22-$s16SwiftgradKernels4GemmO10ActivationOSHAASH4hash4intoys6HasherVz_tFTW
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4GemmO10ActivationOSHAASH13_rawHashValue4seedS2i_tFTW # -- Begin function $s16SwiftgradKernels4GemmO10ActivationOSHAASH13_rawHashValue4seedS2i_tFTW
	.weak	$s16SwiftgradKernels4GemmO10ActivationOSHAASH13_rawHashValue4seedS2i_tFTW
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO10ActivationOSHAASH13_rawHashValue4seedS2i_tFTW,@function
$s16SwiftgradKernels4GemmO10ActivationOSHAASH13_rawHashValue4seedS2i_tFTW: # @"$s16SwiftgradKernels4GemmO10ActivationOSHAASH13_rawHashValue4seedS2i_tFTW"
	.cfi_startproc
# %bb.0:
	pushq	%r13
	.cfi_def_cfa_offset 16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	subq	$72, %rsp
	.cfi_def_cfa_offset 96
	.cfi_offset %rbx, -24
	.cfi_offset %r13, -16
	movzbl	(%r13), %ebx
	movq	%rsp, %r13
	movq	%r13, %rax
	callq	($ss6HasherV5_seedABSi_tcfC@PLT)
	movq	%rbx, %rdi
	callq	($ss6HasherV8_combineyySuF@PLT)
	callq	($ss6HasherV9_finalizeSiyF@PLT)
	addq	$72, %rsp
	.cfi_def_cfa_offset 24
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%r13
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end23:
	.size	$s16SwiftgradKernels4GemmO10ActivationOSHAASH13_rawHashValue4seedS2i_tFTW, .Lfunc_end23-$s16SwiftgradKernels4GemmO10ActivationOSHAASH13_rawHashValue4seedS2i_tFTW
	.cfi_endproc
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO8multiply1m1n1k1a8aStrides1b01bE01c10cRowStride10accumulate8epilogueySi_S2iSPySfGSi3row_Si6columntAPSiAQ_SiARtSpySfGSiSbAC8EpilogueVy_SfGtFZ","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8multiply1m1n1k1a8aStrides1b01bE01c10cRowStride10accumulate8epilogueySi_S2iSPySfGSi3row_Si6columntAPSiAQ_SiARtSpySfGSiSbAC8EpilogueVy_SfGtFZ # -- Begin function $s16SwiftgradKernels4GemmO8multiply1m1n1k1a8aStrides1b01bE01c10cRowStride10accumulate8epilogueySi_S2iSPySfGSi3row_Si6columntAPSiAQ_SiARtSpySfGSiSbAC8EpilogueVy_SfGtFZ
	.globl	$s16SwiftgradKernels4GemmO8multiply1m1n1k1a8aStrides1b01bE01c10cRowStride10accumulate8epilogueySi_S2iSPySfGSi3row_Si6columntAPSiAQ_SiARtSpySfGSiSbAC8EpilogueVy_SfGtFZ
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8multiply1m1n1k1a8aStrides1b01bE01c10cRowStride10accumulate8epilogueySi_S2iSPySfGSi3row_Si6columntAPSiAQ_SiARtSpySfGSiSbAC8EpilogueVy_SfGtFZ,@function
$s16SwiftgradKernels4GemmO8multiply1m1n1k1a8aStrides1b01bE01c10cRowStride10accumulate8epilogueySi_S2iSPySfGSi3row_Si6columntAPSiAQ_SiARtSpySfGSiSbAC8EpilogueVy_SfGtFZ: # @"$s16SwiftgradKernels4GemmO8multiply1m1n1k1a8aStrides1b01bE01c10cRowStride10accumulate8epilogueySi_S2iSPySfGSi3row_Si6columntAPSiAQ_SiARtSpySfGSiSbAC8EpilogueVy_SfGtFZ"
	.cfi_startproc
# %bb.0:
	subq	$120, %rsp
	.cfi_def_cfa_offset 128
	vmovaps	176(%rsp), %xmm0
	vmovups	128(%rsp), %ymm1
	movzbl	168(%rsp), %r11d
	movzbl	192(%rsp), %eax
	movq	160(%rsp), %r10
	movq	%rdi, (%rsp)
	movq	%rsi, 8(%rsp)
	movq	%rdx, 16(%rsp)
	movq	%rcx, 24(%rsp)
	movq	%r8, 32(%rsp)
	movq	%r9, 40(%rsp)
	movq	%rsp, %rdi
	andb	$1, %r11b
	vmovups	%ymm1, 48(%rsp)
	movq	%r10, 80(%rsp)
	movb	%r11b, 88(%rsp)
	vmovups	%xmm0, 96(%rsp)
	movb	%al, 112(%rsp)
	vzeroupper
	callq	($s16SwiftgradKernels10GemmDriverO8multiplyyyAA13MatrixProductVy6Vector_6ScalarQZGFZAA16WideRegisterFileOyAA6F32x16VG_Tt0g5)
	addq	$120, %rsp
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end24:
	.size	$s16SwiftgradKernels4GemmO8multiply1m1n1k1a8aStrides1b01bE01c10cRowStride10accumulate8epilogueySi_S2iSPySfGSi3row_Si6columntAPSiAQ_SiARtSpySfGSiSbAC8EpilogueVy_SfGtFZ, .Lfunc_end24-$s16SwiftgradKernels4GemmO8multiply1m1n1k1a8aStrides1b01bE01c10cRowStride10accumulate8epilogueySi_S2iSPySfGSi3row_Si6columntAPSiAQ_SiARtSpySfGSiSbAC8EpilogueVy_SfGtFZ
	.cfi_endproc
                                        # -- End function
	.text
	.hidden	$s16SwiftgradKernels10GemmDriverO8multiplyyyAA13MatrixProductVy6Vector_6ScalarQZGFZAA16WideRegisterFileOyAA6F32x16VG_Tt0g5 # -- Begin function $s16SwiftgradKernels10GemmDriverO8multiplyyyAA13MatrixProductVy6Vector_6ScalarQZGFZAA16WideRegisterFileOyAA6F32x16VG_Tt0g5
	.weak	$s16SwiftgradKernels10GemmDriverO8multiplyyyAA13MatrixProductVy6Vector_6ScalarQZGFZAA16WideRegisterFileOyAA6F32x16VG_Tt0g5
	.p2align	4
	.type	$s16SwiftgradKernels10GemmDriverO8multiplyyyAA13MatrixProductVy6Vector_6ScalarQZGFZAA16WideRegisterFileOyAA6F32x16VG_Tt0g5,@function
$s16SwiftgradKernels10GemmDriverO8multiplyyyAA13MatrixProductVy6Vector_6ScalarQZGFZAA16WideRegisterFileOyAA6F32x16VG_Tt0g5: # @"$s16SwiftgradKernels10GemmDriverO8multiplyyyAA13MatrixProductVy6Vector_6ScalarQZGFZAA16WideRegisterFileOyAA6F32x16VG_Tt0g5"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$88, %rsp
	.cfi_def_cfa_offset 144
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	(%rdi), %rdx
	testq	%rdx, %rdx
	jle	.LBB25_21
# %bb.1:
	movq	8(%rdi), %r14
	movq	%rdi, %rbx
	testq	%r14, %r14
	jle	.LBB25_21
# %bb.2:
	movq	16(%rbx), %rbp
	testq	%rbp, %rbp
	jle	.LBB25_3
# %bb.12:
	leaq	32(%rsp), %rax
	movl	$12, %esi
	movl	$16, %edx
	movq	%rbx, %rdi
	callq	($s16SwiftgradKernels8GemmPlanV_4rows5widthAcA13MatrixProductVyxG_S2itclufCSf_Tt2g5)
	movq	56(%rsp), %rax
	movq	64(%rsp), %r15
	xorl	%r12d, %r12d
	movq	%rax, 16(%rsp)                  # 8-byte Spill
	movq	%rbp, 8(%rsp)                   # 8-byte Spill
	.p2align	4
.LBB25_13:                              # =>This Loop Header: Depth=1
                                        #     Child Loop BB25_17 Depth 2
	movq	%rbp, %r13
	subq	%r12, %r13
	jo	.LBB25_22
# %bb.14:                               #   in Loop: Header=BB25_13 Depth=1
	movq	16(%rsp), %rax                  # 8-byte Reload
	cmpq	%r13, %rax
	cmovlq	%rax, %r13
	addq	%r12, %r13
	jo	.LBB25_23
# %bb.15:                               #   in Loop: Header=BB25_13 Depth=1
	cmpq	%r12, %r13
	jl	.LBB25_24
# %bb.16:                               #   in Loop: Header=BB25_13 Depth=1
	xorl	%edx, %edx
	.p2align	4
.LBB25_17:                              #   Parent Loop BB25_13 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	movq	%r14, %rbp
	subq	%rdx, %rbp
	cmpq	%rbp, %r15
	cmovlq	%r15, %rbp
	addq	%rdx, %rbp
	jo	.LBB25_25
# %bb.18:                               #   in Loop: Header=BB25_17 Depth=2
	cmpq	%rdx, %rbp
	jl	.LBB25_26
# %bb.19:                               #   in Loop: Header=BB25_17 Depth=2
	leaq	32(%rsp), %rsi
	movq	%rbx, %rdi
	movq	%rbp, %rcx
	movq	%r12, %r8
	movq	%r13, %r9
	callq	($s16SwiftgradKernels10GemmDriverO10superPanel33_422D063B8A1BC0089E55126575EE4C48LLyyAA13MatrixProductVy6Vector_6ScalarQZG_AA0C4PlanVSnySiGANtFZAA16WideRegisterFileOyAA6F32x16VG_Tt3g5)
	movq	%rbp, %rdx
	cmpq	%r14, %rbp
	jl	.LBB25_17
# %bb.20:                               #   in Loop: Header=BB25_13 Depth=1
	movq	8(%rsp), %rbp                   # 8-byte Reload
	movq	%r13, %r12
	cmpq	%rbp, %r13
	jl	.LBB25_13
.LBB25_21:
	addq	$88, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	retq
.LBB25_3:
	.cfi_def_cfa_offset 144
	movq	80(%rbx), %r15
	movq	72(%rbx), %r12
	movzbl	88(%rbx), %esi
	leaq	(,%r14,4), %rax
	xorl	%r13d, %r13d
	movq	%rax, 24(%rsp)                  # 8-byte Spill
	leaq	(,%r15,4), %rdi
	movb	%sil, 16(%rsp)                  # 1-byte Spill
	movq	%rdi, 8(%rsp)                   # 8-byte Spill
	jmp	.LBB25_4
	.p2align	4
.LBB25_6:                               #   in Loop: Header=BB25_4 Depth=1
	incq	%r13
	addq	%rdi, %r12
	cmpq	%r13, %rdx
	je	.LBB25_7
.LBB25_4:                               # =>This Inner Loop Header: Depth=1
	movq	%r13, %rax
	imulq	%r15, %rax
	jo	.LBB25_27
# %bb.5:                                #   in Loop: Header=BB25_4 Depth=1
	testb	$1, %sil
	jne	.LBB25_6
# %bb.11:                               #   in Loop: Header=BB25_4 Depth=1
	movq	%rdx, %rbp
	movq	24(%rsp), %rdx                  # 8-byte Reload
	movq	%r12, %rdi
	xorl	%esi, %esi
	callq	memset@PLT
	movq	8(%rsp), %rdi                   # 8-byte Reload
	movzbl	16(%rsp), %esi                  # 1-byte Folded Reload
	movq	%rbp, %rdx
	jmp	.LBB25_6
.LBB25_7:
	cmpq	$0, 96(%rbx)
	je	.LBB25_8
.LBB25_10:
	movq	%rbx, %rdi
	xorl	%esi, %esi
	xorl	%ecx, %ecx
	movq	%r14, %r8
	addq	$88, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	jmp	($s16SwiftgradKernels12TileEpilogueO3run33_D4B467495C0F5B92A3FDFF4F4D85CD1ALLyyAA13MatrixProductVy6Vector_6ScalarQZG_S4itFZAA16WideRegisterFileOyAA6F32x16VG_Tt4g5) # TAILCALL
.LBB25_25:
	.cfi_def_cfa_offset 144
	#APP
	#NO_APP
	ud2
.LBB25_26:
	#APP
	#NO_APP
	ud2
.LBB25_8:
	cmpq	$0, 104(%rbx)
	jne	.LBB25_10
# %bb.9:
	cmpb	$0, 112(%rbx)
	je	.LBB25_21
	jmp	.LBB25_10
.LBB25_27:
	#APP
	#NO_APP
	ud2
.LBB25_22:
	#APP
	#NO_APP
	ud2
.LBB25_23:
	#APP
	#NO_APP
	ud2
.LBB25_24:
	#APP
	#NO_APP
	ud2
.Lfunc_end25:
	.size	$s16SwiftgradKernels10GemmDriverO8multiplyyyAA13MatrixProductVy6Vector_6ScalarQZGFZAA16WideRegisterFileOyAA6F32x16VG_Tt0g5, .Lfunc_end25-$s16SwiftgradKernels10GemmDriverO8multiplyyyAA13MatrixProductVy6Vector_6ScalarQZGFZAA16WideRegisterFileOyAA6F32x16VG_Tt0g5
	.cfi_endproc
                                        # -- End function
	.section	.rodata.cst8,"aM",@progbits,8
	.p2align	3, 0x0                          # -- Begin function $s16SwiftgradKernels8GemmPlanV_4rows5widthAcA13MatrixProductVyxG_S2itclufCSf_Tt2g5
.LCPI26_0:
	.quad	0x3eb0000000000000              # double 9.5367431640625E-7
.LCPI26_1:
	.quad	0x4050000000000000              # double 64
.LCPI26_2:
	.quad	0xc3e0000000000001              # double -9.2233720368547778E+18
.LCPI26_3:
	.quad	0x43e0000000000000              # double 9.2233720368547758E+18
	.text
	.hidden	$s16SwiftgradKernels8GemmPlanV_4rows5widthAcA13MatrixProductVyxG_S2itclufCSf_Tt2g5
	.weak	$s16SwiftgradKernels8GemmPlanV_4rows5widthAcA13MatrixProductVyxG_S2itclufCSf_Tt2g5
	.p2align	4
	.type	$s16SwiftgradKernels8GemmPlanV_4rows5widthAcA13MatrixProductVyxG_S2itclufCSf_Tt2g5,@function
$s16SwiftgradKernels8GemmPlanV_4rows5widthAcA13MatrixProductVyxG_S2itclufCSf_Tt2g5: # @"$s16SwiftgradKernels8GemmPlanV_4rows5widthAcA13MatrixProductVyxG_S2itclufCSf_Tt2g5"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	pushq	%rax
	.cfi_def_cfa_offset 64
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%rax, %rbx
	movq	(%rdi), %r8
	movq	8(%rdi), %r14
	movq	16(%rdi), %rax
	cmpq	$1, 32(%rdi)
	movabsq	$-2305843009213693952, %r9      # imm = 0xE000000000000000
	movabsq	$-4611686018427387904, %r10     # imm = 0xC000000000000000
	movabsq	$4611686018427387904, %r12      # imm = 0x4000000000000000
	movq	%rdx, %r15
	movq	%rsi, %rcx
	jne	.LBB26_1
# %bb.5:
	cmpq	$1, 64(%rdi)
	movb	$1, %dil
	setne	%dl
	cmpq	%r15, %r14
	setl	%sil
	xorl	%r11d, %r11d
	orb	%dl, %sil
	cmpb	$1, %sil
	jne	.LBB26_3
	jmp	.LBB26_6
.LBB26_1:
	leaq	(%r15,%r9), %rdx
	cmpq	%r10, %rdx
	jb	.LBB26_42
# %bb.2:
	leaq	(,%r15,4), %rdx
	cmpq	%r14, %rdx
	setl	%r11b
	cmpq	$1, 64(%rdi)
	movb	$1, %dil
	setne	%dl
	cmpq	%r15, %r14
	setl	%sil
	orb	%dl, %sil
	jne	.LBB26_6
.LBB26_3:
	movq	%rcx, %rdx
	addq	%r12, %rdx
	js	.LBB26_30
# %bb.4:
	leaq	(%rcx,%rcx), %rdx
	cmpq	%r8, %rdx
	setl	%dil
.LBB26_6:
	vcvtsi2sd	%r8, %xmm15, %xmm0
	movb	$63, %dl
	movabsq	$9218868437227405311, %rsi      # imm = 0x7FEFFFFFFFFFFFFF
	vcvtsi2sd	%r14, %xmm15, %xmm1
	vmulsd	%xmm1, %xmm0, %xmm0
	vcvtsi2sd	%rax, %xmm15, %xmm1
	vmulsd	%xmm1, %xmm0, %xmm0
	vmulsd	.LCPI26_0(%rip), %xmm0, %xmm0
	vminsd	.LCPI26_1(%rip), %xmm0, %xmm0
	vmovq	%xmm0, %rax
	bzhiq	%rdx, %rax, %rax
	cmpq	%rsi, %rax
	jg	.LBB26_31
# %bb.7:
	vucomisd	.LCPI26_2(%rip), %xmm0
	jbe	.LBB26_32
# %bb.8:
	vmovsd	.LCPI26_3(%rip), %xmm1          # xmm1 = [9.2233720368547758E+18,0.0E+0]
	vucomisd	%xmm0, %xmm1
	jbe	.LBB26_33
# %bb.9:
	movq	%r8, %rsi
	decq	%rsi
	jo	.LBB26_34
# %bb.10:
	movabsq	$-8608480567731124087, %rdx     # imm = 0x8888888888888889
	movq	%rsi, %rax
	addq	%rcx, %r9
	imulq	%rdx
	cmpq	%r10, %r9
	jb	.LBB26_35
# %bb.11:
	movb	%dil, 3(%rsp)                   # 1-byte Spill
	leaq	(,%rcx,4), %rdi
	testq	%rdi, %rdi
	je	.LBB26_36
# %bb.12:
	addq	%rsi, %rdx
	vcvttsd2si	%xmm0, %r13
	movl	%r11d, 4(%rsp)                  # 4-byte Spill
	movq	%rdx, %rax
	shrq	$63, %rax
	sarq	$7, %rdx
	leaq	1(%rdx,%rax), %rsi
	movq	%r8, %rax
	orq	%rdi, %rax
	shrq	$32, %rax
	je	.LBB26_13
# %bb.14:
	movq	%r8, %rax
	cqto
	idivq	%rdi
	movq	%rax, %rbp
	jmp	.LBB26_15
.LBB26_13:
	movl	%r8d, %eax
	xorl	%edx, %edx
	divl	%edi
	movl	%eax, %ebp
.LBB26_15:
	cmpq	%r13, %rbp
	movq	%r8, %rdi
	movq	%rcx, %rdx
	cmovgeq	%r13, %rbp
	cmpq	%rsi, %rbp
	cmovleq	%rsi, %rbp
	movq	%rbp, %rsi
	callq	($s16SwiftgradKernels8GemmPlanV9blockSize33_A58C3D6B68E9D433408937FF62635304LL_5parts8multipleS2i_S2itFZTf4nnnd_n)
	movq	%r14, %rdx
	decq	%rdx
	jo	.LBB26_37
# %bb.16:
	leaq	2047(%rdx), %rcx
	testq	%rdx, %rdx
	movl	$1, %esi
	cmovnsq	%rdx, %rcx
	cmpq	$2, %rbp
	cmovgeq	%rbp, %rsi
	addq	%r15, %r12
	js	.LBB26_38
# %bb.17:
	addq	%r15, %r15
	je	.LBB26_39
# %bb.18:
	movq	%rax, %r12
	movq	%r13, %rax
	orq	%rsi, %rax
	sarq	$11, %rcx
	shrq	$32, %rax
	je	.LBB26_19
# %bb.20:
	movq	%r13, %rax
	cqto
	idivq	%rsi
	movq	%rax, %rsi
	jmp	.LBB26_21
.LBB26_19:
	movl	%r13d, %eax
	xorl	%edx, %edx
	divl	%esi
	movl	%eax, %esi
.LBB26_21:
	movq	%r14, %rax
	orq	%r15, %rax
	incq	%rcx
	shrq	$32, %rax
	je	.LBB26_22
# %bb.23:
	movq	%r14, %rax
	cqto
	idivq	%r15
	jmp	.LBB26_24
.LBB26_22:
	movl	%r14d, %eax
	xorl	%edx, %edx
	divl	%r15d
                                        # kill: def $eax killed $eax def $rax
.LBB26_24:
	cmpq	%rsi, %rax
	movq	%r14, %rdi
	movq	%r15, %rdx
	cmovlq	%rax, %rsi
	cmpq	%rcx, %rsi
	cmovleq	%rcx, %rsi
	callq	($s16SwiftgradKernels8GemmPlanV9blockSize33_A58C3D6B68E9D433408937FF62635304LL_5parts8multipleS2i_S2itFZTf4nnnd_n)
	addq	%r15, %r14
	jo	.LBB26_40
# %bb.25:
	je	.LBB26_41
# %bb.26:
	cmpq	$4096, %r14                     # imm = 0x1000
	movl	$4096, %esi                     # imm = 0x1000
	movq	%rax, %rcx
	cmovlq	%r14, %rsi
	movq	%rsi, %rax
	shrq	$32, %rax
	je	.LBB26_27
# %bb.28:
	movl	$4194304, %eax                  # imm = 0x400000
	xorl	%edx, %edx
	idivq	%rsi
	jmp	.LBB26_29
.LBB26_27:
	movl	$4194304, %eax                  # imm = 0x400000
	xorl	%edx, %edx
	divl	%esi
                                        # kill: def $eax killed $eax def $rax
.LBB26_29:
	leal	255(%rax), %edx
	testl	%eax, %eax
	movl	4(%rsp), %esi                   # 4-byte Reload
	movzbl	3(%rsp), %edi                   # 1-byte Folded Reload
	movq	$256, (%rbx)                    # imm = 0x100
	movq	%r12, 8(%rbx)
	movq	%rcx, 16(%rbx)
	cmovnsl	%eax, %edx
	sarl	$8, %edx
	movslq	%edx, %rdx
	shlq	$8, %rdx
	cmpq	$1024, %rax                     # imm = 0x400
	movl	$1024, %eax                     # imm = 0x400
	cmovgeq	%rdx, %rax
	movq	%rax, 24(%rbx)
	movq	$4096, 32(%rbx)                 # imm = 0x1000
	movb	%sil, 40(%rbx)
	movb	%dil, 41(%rbx)
	movq	$32768, 48(%rbx)                # imm = 0x8000
	addq	$8, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	retq
.LBB26_31:
	.cfi_def_cfa_offset 64
	#APP
	#NO_APP
	ud2
.LBB26_32:
	#APP
	#NO_APP
	ud2
.LBB26_33:
	#APP
	#NO_APP
	ud2
.LBB26_34:
	#APP
	#NO_APP
	ud2
.LBB26_35:
	#APP
	#NO_APP
	ud2
.LBB26_36:
	#APP
	#NO_APP
	ud2
.LBB26_37:
	#APP
	#NO_APP
	ud2
.LBB26_38:
	#APP
	#NO_APP
	ud2
.LBB26_39:
	#APP
	#NO_APP
	ud2
.LBB26_40:
	#APP
	#NO_APP
	ud2
.LBB26_41:
	#APP
	#NO_APP
	ud2
.LBB26_42:
	#APP
	#NO_APP
	ud2
.LBB26_30:
	#APP
	#NO_APP
	ud2
.Lfunc_end26:
	.size	$s16SwiftgradKernels8GemmPlanV_4rows5widthAcA13MatrixProductVyxG_S2itclufCSf_Tt2g5, .Lfunc_end26-$s16SwiftgradKernels8GemmPlanV_4rows5widthAcA13MatrixProductVyxG_S2itclufCSf_Tt2g5
	.cfi_endproc
                                        # -- End function
	.p2align	4                               # -- Begin function $s16SwiftgradKernels10GemmDriverO10superPanel33_422D063B8A1BC0089E55126575EE4C48LLyyAA13MatrixProductVy6Vector_6ScalarQZG_AA0C4PlanVSnySiGANtFZAA16WideRegisterFileOyAA6F32x16VG_Tt3g5
	.type	$s16SwiftgradKernels10GemmDriverO10superPanel33_422D063B8A1BC0089E55126575EE4C48LLyyAA13MatrixProductVy6Vector_6ScalarQZG_AA0C4PlanVSnySiGANtFZAA16WideRegisterFileOyAA6F32x16VG_Tt3g5,@function
$s16SwiftgradKernels10GemmDriverO10superPanel33_422D063B8A1BC0089E55126575EE4C48LLyyAA13MatrixProductVy6Vector_6ScalarQZG_AA0C4PlanVSnySiGANtFZAA16WideRegisterFileOyAA6F32x16VG_Tt3g5: # @"$s16SwiftgradKernels10GemmDriverO10superPanel33_422D063B8A1BC0089E55126575EE4C48LLyyAA13MatrixProductVy6Vector_6ScalarQZG_AA0C4PlanVSnySiGANtFZAA16WideRegisterFileOyAA6F32x16VG_Tt3g5"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$1224, %rsp                     # imm = 0x4C8
	.cfi_def_cfa_offset 1280
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%r8, 288(%rsp)                  # 8-byte Spill
	movq	%rdx, 408(%rsp)                 # 8-byte Spill
	movq	%rdi, %rbx
	movq	%fs:40, %rax
	movq	%rax, 1216(%rsp)
	movq	%rsi, 280(%rsp)                 # 8-byte Spill
	movq	(%rdi), %rdi
	movq	8(%rsi), %r8
	movq	%rdi, %rax
	addq	%r8, %rax
	jo	.LBB27_419
# %bb.1:
	decq	%rax
	jo	.LBB27_420
# %bb.2:
	testq	%r8, %r8
	je	.LBB27_421
# %bb.3:
	movabsq	$9223372036854775800, %rdx      # imm = 0x7FFFFFFFFFFFFFF8
	movq	%r8, %rsi
	movq	%rcx, %rbp
	movq	%rax, %rcx
	notq	%rsi
	addq	$8, %rdx
	xorq	%rdx, %rcx
	movq	%rdx, 424(%rsp)                 # 8-byte Spill
	orq	%rcx, %rsi
	je	.LBB27_459
# %bb.4:
	movq	%rax, %rcx
	orq	%r8, %rcx
	movq	%r9, %r14
	shrq	$32, %rcx
	je	.LBB27_5
# %bb.6:
	cqto
	idivq	%r8
	jmp	.LBB27_7
.LBB27_5:
                                        # kill: def $eax killed $eax killed $rax
	xorl	%edx, %edx
	divl	%r8d
                                        # kill: def $eax killed $eax def $rax
.LBB27_7:
	movq	%rax, 224(%rsp)                 # 8-byte Spill
	movq	280(%rsp), %rax                 # 8-byte Reload
	movq	%rbp, %rcx
	subq	408(%rsp), %rcx                 # 8-byte Folded Reload
	movq	16(%rax), %r9
	movq	%rcx, %rax
	movq	%rcx, 520(%rsp)                 # 8-byte Spill
	addq	%r9, %rax
	jo	.LBB27_422
# %bb.8:
	decq	%rax
	jo	.LBB27_423
# %bb.9:
	testq	%r9, %r9
	je	.LBB27_424
# %bb.10:
	movq	%rax, %rcx
	xorq	424(%rsp), %rcx                 # 8-byte Folded Reload
	movq	%r9, %rdx
	notq	%rdx
	orq	%rcx, %rdx
	je	.LBB27_458
# %bb.11:
	movq	%rax, %rcx
	orq	%r9, %rcx
	shrq	$32, %rcx
	je	.LBB27_12
# %bb.13:
	cqto
	idivq	%r9
	jmp	.LBB27_14
.LBB27_12:
                                        # kill: def $eax killed $eax killed $rax
	xorl	%edx, %edx
	divl	%r9d
                                        # kill: def $eax killed $eax def $rax
.LBB27_14:
	movq	%r14, %rdx
	subq	288(%rsp), %rdx                 # 8-byte Folded Reload
	movq	%rax, 272(%rsp)                 # 8-byte Spill
	jo	.LBB27_425
# %bb.15:
	movq	520(%rsp), %rcx                 # 8-byte Reload
	movq	%rdx, 416(%rsp)                 # 8-byte Spill
	leaq	15(%rcx), %rax
	addq	$30, %rcx
	testq	%rax, %rax
	cmovnsq	%rax, %rcx
	movq	%rcx, %rax
	andq	$-16, %rax
	movq	%rcx, 384(%rsp)                 # 8-byte Spill
	movq	%rax, 624(%rsp)                 # 8-byte Spill
	imulq	%rdx, %rax
	addq	$16, %rax
	jo	.LBB27_426
# %bb.16:
	movabsq	$-2305843009213693952, %rcx     # imm = 0xE000000000000000
	addq	%rax, %rcx
	shrq	$62, %rcx
	cmpl	$3, %ecx
	jb	.LBB27_427
# %bb.17:
	movq	280(%rsp), %rcx                 # 8-byte Reload
	sarq	$4, 384(%rsp)                   # 8-byte Folded Spill
	movq	%rbx, 544(%rsp)                 # 8-byte Spill
	movq	%rdi, 328(%rsp)                 # 8-byte Spill
	movq	%r8, 480(%rsp)                  # 8-byte Spill
	movq	%r9, 472(%rsp)                  # 8-byte Spill
	testb	$1, 41(%rcx)
	je	.LBB27_106
# %bb.18:
	shlq	$2, %rax
	movl	$64, %edx
	leaq	992(%rsp), %rdi
	movl	$64, %esi
	movq	$0, 992(%rsp)
	cmpq	$65, %rax
	cmovgeq	%rax, %rdx
	callq	posix_memalign@PLT
	testl	%eax, %eax
	je	.LBB27_19
# %bb.22:
	movq	328(%rsp), %rax                 # 8-byte Reload
.LBB27_23:
	cmpq	$16, %rax
	jg	.LBB27_32
# %bb.24:
	testq	%rax, %rax
	jle	.LBB27_118
# %bb.25:
	movq	8(%rbx), %rax
	movq	%rax, 24(%rsp)                  # 8-byte Spill
	testq	%rax, %rax
	js	.LBB27_57
# %bb.26:
	cmpb	$0, 112(%rbx)
	movq	104(%rbx), %rax
	movq	$0, 80(%rsp)                    # 8-byte Folded Spill
	movq	$0, 96(%rsp)                    # 8-byte Folded Spill
	setne	%cl
	orq	96(%rbx), %rax
	setne	%al
	orb	%cl, %al
	movb	%al, 56(%rsp)                   # 1-byte Spill
	jmp	.LBB27_27
	.p2align	4
.LBB27_48:                              #   in Loop: Header=BB27_27 Depth=1
	movq	96(%rsp), %rcx                  # 8-byte Reload
	addq	$4, 80(%rsp)                    # 8-byte Folded Spill
	incq	%rcx
	movq	%rcx, 96(%rsp)                  # 8-byte Spill
	cmpq	328(%rsp), %rcx                 # 8-byte Folded Reload
	je	.LBB27_118
.LBB27_27:                              # =>This Loop Header: Depth=1
                                        #     Child Loop BB27_30 Depth 2
                                        #       Child Loop BB27_50 Depth 3
                                        #       Child Loop BB27_53 Depth 3
	cmpq	$0, 24(%rsp)                    # 8-byte Folded Reload
	je	.LBB27_46
# %bb.28:                               #   in Loop: Header=BB27_27 Depth=1
	movq	16(%rbx), %rcx
	testq	%rcx, %rcx
	js	.LBB27_58
# %bb.29:                               #   in Loop: Header=BB27_27 Depth=1
	movq	80(%rbx), %rdx
	movzbl	88(%rbx), %eax
	movq	%rcx, %rdi
	xorl	%esi, %esi
	xorl	%r8d, %r8d
	movq	%rcx, 136(%rsp)                 # 8-byte Spill
	imulq	96(%rsp), %rdx                  # 8-byte Folded Reload
	movb	%al, 64(%rsp)                   # 1-byte Spill
	movl	%ecx, %eax
	andl	$7, %eax
	movq	%rax, 48(%rsp)                  # 8-byte Spill
	movabsq	$9223372036854775800, %rax      # imm = 0x7FFFFFFFFFFFFFF8
	andq	%rax, %rdi
	shlq	$2, %rdx
	addq	72(%rbx), %rdx
	movq	%rdx, 16(%rsp)                  # 8-byte Spill
	jmp	.LBB27_30
	.p2align	4
.LBB27_56:                              #   in Loop: Header=BB27_30 Depth=2
	vmovss	%xmm0, (%rdx,%r8,4)
	incq	%r8
	addq	$4, %rsi
	cmpq	24(%rsp), %r8                   # 8-byte Folded Reload
	je	.LBB27_46
.LBB27_30:                              #   Parent Loop BB27_27 Depth=1
                                        # =>  This Loop Header: Depth=2
                                        #       Child Loop BB27_50 Depth 3
                                        #       Child Loop BB27_53 Depth 3
	testq	%rcx, %rcx
	je	.LBB27_31
# %bb.44:                               #   in Loop: Header=BB27_30 Depth=2
	movq	32(%rbx), %rax
	movq	64(%rbx), %r15
	movq	24(%rbx), %r10
	movq	40(%rbx), %r11
	movq	48(%rbx), %r13
	movq	56(%rbx), %rbp
	movq	%r8, 32(%rsp)                   # 8-byte Spill
	movq	%rsi, 8(%rsp)                   # 8-byte Spill
	movq	%rax, 40(%rsp)                  # 8-byte Spill
	movq	%r15, 88(%rsp)                  # 8-byte Spill
	cmpq	$8, %rcx
	jae	.LBB27_49
# %bb.45:                               #   in Loop: Header=BB27_30 Depth=2
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%r12d, %r12d
	jmp	.LBB27_51
	.p2align	4
.LBB27_31:                              #   in Loop: Header=BB27_30 Depth=2
	vxorps	%xmm0, %xmm0, %xmm0
	jmp	.LBB27_54
	.p2align	4
.LBB27_49:                              #   in Loop: Header=BB27_30 Depth=2
	imulq	%rsi, %r15
	movq	80(%rsp), %rsi                  # 8-byte Reload
	leaq	(,%rbp,4), %rbx
	movq	%rbp, %rdx
	movq	%r11, %rcx
	shlq	$5, %rdx
	shlq	$5, %rcx
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%r12d, %r12d
	addq	%r13, %r15
	imulq	%rax, %rsi
	leaq	(,%r11,4), %rax
	addq	%r10, %rsi
	.p2align	4
.LBB27_50:                              #   Parent Loop BB27_27 Depth=1
                                        #     Parent Loop BB27_30 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	vmovss	(%rsi), %xmm1                   # xmm1 = mem[0],zero,zero,zero
	leaq	(%rsi,%rax), %r14
	leaq	(%r15,%rbx), %r8
	leaq	(%rax,%rax), %r9
	addq	$8, %r12
	vmulss	(%r15), %xmm1, %xmm1
	addq	%rax, %r14
	addq	%rbx, %r8
	addq	%r14, %r9
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%rsi,%r11,4), %xmm1            # xmm1 = mem[0],zero,zero,zero
	vmulss	(%r15,%rbp,4), %xmm1, %xmm1
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%rsi,%r11,8), %xmm1            # xmm1 = mem[0],zero,zero,zero
	addq	%rcx, %rsi
	vmulss	(%r15,%rbp,8), %xmm1, %xmm1
	addq	%rdx, %r15
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%r14,%r11,4), %xmm1            # xmm1 = mem[0],zero,zero,zero
	vmulss	(%r8,%rbp,4), %xmm1, %xmm1
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%r14,%r11,8), %xmm1            # xmm1 = mem[0],zero,zero,zero
	leaq	(%rbx,%rbx), %r14
	vmulss	(%r8,%rbp,8), %xmm1, %xmm1
	addq	%r8, %r14
	leaq	(%r9,%r11,4), %r8
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%r9,%r11,4), %xmm1             # xmm1 = mem[0],zero,zero,zero
	leaq	(%r14,%rbp,4), %r9
	vmulss	(%r14,%rbp,4), %xmm1, %xmm1
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%rax,%r8), %xmm1               # xmm1 = mem[0],zero,zero,zero
	addq	%rax, %r8
	vmulss	(%rbx,%r9), %xmm1, %xmm1
	addq	%rbx, %r9
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%rax,%r8), %xmm1               # xmm1 = mem[0],zero,zero,zero
	vmulss	(%rbx,%r9), %xmm1, %xmm1
	vaddss	%xmm1, %xmm0, %xmm0
	cmpq	%r12, %rdi
	jne	.LBB27_50
.LBB27_51:                              #   in Loop: Header=BB27_30 Depth=2
	cmpq	$0, 48(%rsp)                    # 8-byte Folded Reload
	movq	544(%rsp), %rbx                 # 8-byte Reload
	movq	136(%rsp), %rcx                 # 8-byte Reload
	movq	16(%rsp), %rdx                  # 8-byte Reload
	movq	8(%rsp), %rsi                   # 8-byte Reload
	movq	32(%rsp), %r8                   # 8-byte Reload
	je	.LBB27_54
# %bb.52:                               #   in Loop: Header=BB27_30 Depth=2
	movq	88(%rsp), %r9                   # 8-byte Reload
	shlq	$2, %r12
	movq	%r12, %rax
	imulq	%rbp, %rax
	imulq	%r11, %r12
	shlq	$2, %rbp
	shlq	$2, %r11
	imulq	%rsi, %r9
	addq	%rax, %r9
	movq	48(%rsp), %rax                  # 8-byte Reload
	addq	%r9, %r13
	movq	40(%rsp), %r9                   # 8-byte Reload
	imulq	80(%rsp), %r9                   # 8-byte Folded Reload
	addq	%r12, %r9
	addq	%r9, %r10
	.p2align	4
.LBB27_53:                              #   Parent Loop BB27_27 Depth=1
                                        #     Parent Loop BB27_30 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	vmovss	(%r10), %xmm1                   # xmm1 = mem[0],zero,zero,zero
	addq	%r11, %r10
	vmulss	(%r13), %xmm1, %xmm1
	addq	%rbp, %r13
	decq	%rax
	vaddss	%xmm1, %xmm0, %xmm0
	jne	.LBB27_53
.LBB27_54:                              #   in Loop: Header=BB27_30 Depth=2
	testb	$1, 64(%rsp)                    # 1-byte Folded Reload
	je	.LBB27_56
# %bb.55:                               #   in Loop: Header=BB27_30 Depth=2
	vaddss	(%rdx,%r8,4), %xmm0, %xmm0
	jmp	.LBB27_56
	.p2align	4
.LBB27_46:                              #   in Loop: Header=BB27_27 Depth=1
	cmpb	$0, 56(%rsp)                    # 1-byte Folded Reload
	je	.LBB27_48
# %bb.47:                               #   in Loop: Header=BB27_27 Depth=1
	movq	96(%rsp), %rsi                  # 8-byte Reload
	movq	24(%rsp), %r8                   # 8-byte Reload
	movl	$1, %edx
	movq	%rbx, %rdi
	xorl	%ecx, %ecx
	callq	($s16SwiftgradKernels12TileEpilogueO3run33_D4B467495C0F5B92A3FDFF4F4D85CD1ALLyyAA13MatrixProductVy6Vector_6ScalarQZG_S4itFZAA16WideRegisterFileOyAA6F32x16VG_Tt4g5)
	jmp	.LBB27_48
.LBB27_106:
	movq	224(%rsp), %rax                 # 8-byte Reload
	movq	$0, 168(%rsp)                   # 8-byte Folded Spill
	cmpq	$2, %rax
	setge	%r12b
.LBB27_107:
	movq	272(%rsp), %rdi                 # 8-byte Reload
.LBB27_108:
	imulq	%rdi, %rax
	jo	.LBB27_428
# %bb.109:
	testq	%rax, %rax
	js	.LBB27_429
# %bb.110:
	je	.LBB27_116
# %bb.111:
	movq	%rax, 224(%rsp)                 # 8-byte Spill
	movq	288(%rsp), %rax                 # 8-byte Reload
	movq	168(%rsp), %rcx                 # 8-byte Reload
	leaq	(,%r9,4), %r10
	vxorps	%xmm4, %xmm4, %xmm4
	movq	%r14, 464(%rsp)                 # 8-byte Spill
	movq	%rbp, 552(%rsp)                 # 8-byte Spill
	movq	%r10, 712(%rsp)                 # 8-byte Spill
	leaq	(,%rax,4), %rsi
	leaq	28(,%rax,4), %r10
	testq	%rcx, %rcx
	sete	%dl
	shlq	$6, 384(%rsp)                   # 8-byte Folded Spill
	xorl	%ebx, %ebx
	movq	%rsi, 720(%rsp)                 # 8-byte Spill
	leaq	16(%rcx), %rsi
	movq	%r10, 696(%rsp)                 # 8-byte Spill
	leaq	20(,%rax,4), %r10
	orb	%r12b, %dl
	movq	%rsi, 704(%rsp)                 # 8-byte Spill
	leaq	24(,%rax,4), %rsi
	movb	%dl, 111(%rsp)                  # 1-byte Spill
	leaq	512(%rcx), %rdx
	movq	%rdi, %rcx
	notq	%rcx
	movq	%r10, 680(%rsp)                 # 8-byte Spill
	leaq	12(,%rax,4), %r10
	movq	%rdx, 640(%rsp)                 # 8-byte Spill
	movq	%rcx, 792(%rsp)                 # 8-byte Spill
	movq	%rsi, 688(%rsp)                 # 8-byte Spill
	leaq	16(,%rax,4), %rsi
	movq	%r10, 664(%rsp)                 # 8-byte Spill
	movq	%rsi, 672(%rsp)                 # 8-byte Spill
	leaq	8(,%rax,4), %rsi
	leaq	4(,%rax,4), %rax
	movq	%rsi, 656(%rsp)                 # 8-byte Spill
	movq	%rax, 648(%rsp)                 # 8-byte Spill
	jmp	.LBB27_112
	.p2align	4
.LBB27_185:                             #   in Loop: Header=BB27_112 Depth=1
	movq	544(%rsp), %rax                 # 8-byte Reload
	movq	552(%rsp), %rbp                 # 8-byte Reload
	movq	288(%rsp), %rsi                 # 8-byte Reload
	movq	464(%rsp), %r14                 # 8-byte Reload
	movq	168(%rsp), %rdx                 # 8-byte Reload
	leaq	992(%rsp), %r13
	incq	%rbx
	vmovups	49(%rax), %zmm1
	vmovups	(%rax), %zmm0
	movq	280(%rsp), %rax                 # 8-byte Reload
	vmovups	24(%rax), %ymm2
	vmovups	%zmm1, 865(%rsp)
	vmovups	%zmm0, 816(%rsp)
	vmovups	(%rax), %ymm0
	leaq	936(%rsp), %rax
	vmovups	%ymm2, 24(%rax)
	vmovups	%ymm0, (%rax)
	movq	408(%rsp), %rax                 # 8-byte Reload
	vmovups	816(%rsp), %zmm0
	vmovups	928(%rsp), %zmm2
	vmovups	880(%rsp), %zmm1
	vmovups	%zmm2, 1104(%rsp)
	vmovups	%zmm1, 1056(%rsp)
	vmovups	%zmm0, 992(%rsp)
	movq	%rax, 1168(%rsp)
	movq	%rbp, 1176(%rsp)
	movq	%rsi, 1184(%rsp)
	movq	%r14, 1192(%rsp)
	movq	%rdx, 1200(%rsp)
	movq	808(%rsp), %rsi                 # 8-byte Reload
	movq	192(%rsp), %rdx                 # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels8GemmTaskV3runyySnySiG_AEtFAA16WideRegisterFileOyAA6F32x16VG_Tg5)
	movq	272(%rsp), %rdi                 # 8-byte Reload
	movq	472(%rsp), %r9                  # 8-byte Reload
	movq	480(%rsp), %r8                  # 8-byte Reload
	vxorps	%xmm4, %xmm4, %xmm4
	cmpq	224(%rsp), %rbx                 # 8-byte Folded Reload
	je	.LBB27_116
.LBB27_112:                             # =>This Loop Header: Depth=1
                                        #     Child Loop BB27_140 Depth 2
                                        #       Child Loop BB27_145 Depth 3
                                        #         Child Loop BB27_258 Depth 4
                                        #           Child Loop BB27_265 Depth 5
                                        #           Child Loop BB27_262 Depth 5
                                        #         Child Loop BB27_233 Depth 4
                                        #           Child Loop BB27_249 Depth 5
                                        #           Child Loop BB27_253 Depth 5
                                        #           Child Loop BB27_237 Depth 5
                                        #           Child Loop BB27_241 Depth 5
                                        #         Child Loop BB27_226 Depth 4
                                        #         Child Loop BB27_179 Depth 4
                                        #         Child Loop BB27_243 Depth 4
                                        #         Child Loop BB27_182 Depth 4
                                        #         Child Loop BB27_215 Depth 4
                                        #         Child Loop BB27_152 Depth 4
                                        #         Child Loop BB27_209 Depth 4
                                        #           Child Loop BB27_210 Depth 5
                                        #           Child Loop BB27_212 Depth 5
                                        #         Child Loop BB27_164 Depth 4
                                        #         Child Loop BB27_191 Depth 4
                                        #           Child Loop BB27_199 Depth 5
                                        #           Child Loop BB27_193 Depth 5
                                        #         Child Loop BB27_195 Depth 4
                                        #         Child Loop BB27_161 Depth 4
                                        #         Child Loop BB27_168 Depth 4
                                        #           Child Loop BB27_187 Depth 5
                                        #           Child Loop BB27_174 Depth 5
	testq	%rdi, %rdi
	je	.LBB27_266
# %bb.113:                              #   in Loop: Header=BB27_112 Depth=1
	movq	%rbx, %rax
	xorq	424(%rsp), %rax                 # 8-byte Folded Reload
	orq	792(%rsp), %rax                 # 8-byte Folded Reload
	je	.LBB27_288
# %bb.114:                              #   in Loop: Header=BB27_112 Depth=1
	movq	%rbx, %rax
	orq	%rdi, %rax
	shrq	$32, %rax
	je	.LBB27_115
# %bb.120:                              #   in Loop: Header=BB27_112 Depth=1
	movq	%rbx, %rax
	cqto
	idivq	%rdi
	movq	%rdx, 112(%rsp)                 # 8-byte Spill
	movq	%rax, %rdi
	jmp	.LBB27_121
	.p2align	4
.LBB27_115:                             #   in Loop: Header=BB27_112 Depth=1
	movl	%ebx, %eax
	xorl	%edx, %edx
	divl	%edi
                                        # kill: def $edx killed $edx def $rdx
	movq	%rdx, 112(%rsp)                 # 8-byte Spill
	movl	%eax, %edi
.LBB27_121:                             #   in Loop: Header=BB27_112 Depth=1
	movq	328(%rsp), %rax                 # 8-byte Reload
	imulq	%r8, %rdi
	jo	.LBB27_267
# %bb.122:                              #   in Loop: Header=BB27_112 Depth=1
	movq	112(%rsp), %rdx                 # 8-byte Reload
	imulq	%r9, %rdx
	movq	%rdx, 192(%rsp)                 # 8-byte Spill
	jo	.LBB27_268
# %bb.123:                              #   in Loop: Header=BB27_112 Depth=1
	movq	%rdi, %rdx
	addq	%r8, %rdx
	jo	.LBB27_269
# %bb.124:                              #   in Loop: Header=BB27_112 Depth=1
	cmpq	%rax, %rdx
	cmovgeq	%rax, %rdx
	cmpq	%rdi, %rdx
	jl	.LBB27_270
# %bb.125:                              #   in Loop: Header=BB27_112 Depth=1
	movq	192(%rsp), %rcx                 # 8-byte Reload
	addq	%r9, %rcx
	jo	.LBB27_271
# %bb.126:                              #   in Loop: Header=BB27_112 Depth=1
	movq	520(%rsp), %rax                 # 8-byte Reload
	movq	%rdx, 808(%rsp)                 # 8-byte Spill
	cmpq	%rax, %rcx
	cmovgeq	%rax, %rcx
	cmpq	192(%rsp), %rcx                 # 8-byte Folded Reload
	jl	.LBB27_272
# %bb.127:                              #   in Loop: Header=BB27_112 Depth=1
	testb	$1, 111(%rsp)                   # 1-byte Folded Reload
	jne	.LBB27_185
# %bb.128:                              #   in Loop: Header=BB27_112 Depth=1
	movq	280(%rsp), %rax                 # 8-byte Reload
	movq	(%rax), %r9
	movq	416(%rsp), %rax                 # 8-byte Reload
	addq	%r9, %rax
	jo	.LBB27_273
# %bb.129:                              #   in Loop: Header=BB27_112 Depth=1
	decq	%rax
	jo	.LBB27_274
# %bb.130:                              #   in Loop: Header=BB27_112 Depth=1
	testq	%r9, %r9
	je	.LBB27_275
# %bb.131:                              #   in Loop: Header=BB27_112 Depth=1
	movq	%rax, %rsi
	xorq	424(%rsp), %rsi                 # 8-byte Folded Reload
	movq	%r9, %rdx
	notq	%rdx
	movq	%rbx, 376(%rsp)                 # 8-byte Spill
	orq	%rsi, %rdx
	je	.LBB27_287
# %bb.132:                              #   in Loop: Header=BB27_112 Depth=1
	movq	%rax, %rdx
	orq	%r9, %rdx
	shrq	$32, %rdx
	je	.LBB27_133
# %bb.134:                              #   in Loop: Header=BB27_112 Depth=1
	cqto
	idivq	%r9
	jmp	.LBB27_135
.LBB27_133:                             #   in Loop: Header=BB27_112 Depth=1
                                        # kill: def $eax killed $eax killed $rax
	xorl	%edx, %edx
	divl	%r9d
                                        # kill: def $eax killed $eax def $rax
.LBB27_135:                             #   in Loop: Header=BB27_112 Depth=1
	movq	376(%rsp), %rbx                 # 8-byte Reload
	testq	%rax, %rax
	js	.LBB27_276
# %bb.136:                              #   in Loop: Header=BB27_112 Depth=1
	movq	%rax, 800(%rsp)                 # 8-byte Spill
	je	.LBB27_185
# %bb.137:                              #   in Loop: Header=BB27_112 Depth=1
	movq	408(%rsp), %r15                 # 8-byte Reload
	movq	192(%rsp), %rax                 # 8-byte Reload
	addq	%rax, %r15
	jo	.LBB27_277
# %bb.138:                              #   in Loop: Header=BB27_112 Depth=1
	movq	%rcx, %r12
	subq	%rax, %r12
	jo	.LBB27_278
# %bb.139:                              #   in Loop: Header=BB27_112 Depth=1
	movq	544(%rsp), %rdx                 # 8-byte Reload
	movq	720(%rsp), %rbx                 # 8-byte Reload
	movq	168(%rsp), %r11                 # 8-byte Reload
	movq	%r9, 368(%rsp)                  # 8-byte Spill
	movq	656(%rsp), %r9                  # 8-byte Reload
	movq	%rdi, 784(%rsp)                 # 8-byte Spill
	movq	672(%rsp), %rdi                 # 8-byte Reload
	movq	%rcx, 776(%rsp)                 # 8-byte Spill
	movq	648(%rsp), %r10                 # 8-byte Reload
	movq	%r12, 440(%rsp)                 # 8-byte Spill
	movq	64(%rdx), %rbp
	movq	48(%rdx), %rax
	movq	56(%rdx), %r13
	movq	%r11, %r8
	movq	%r11, 184(%rsp)                 # 8-byte Spill
	movq	%rbp, %rdx
	imulq	%r15, %rdx
	leaq	(,%rbp,4), %r14
	imulq	%r13, %rbx
	imulq	%r13, %r9
	imulq	%r13, %rdi
	imulq	%r13, %r10
	movq	%r13, 200(%rsp)                 # 8-byte Spill
	movq	%rbp, 144(%rsp)                 # 8-byte Spill
	shlq	$5, %rbp
	movq	%rbp, 160(%rsp)                 # 8-byte Spill
	movq	%r14, 120(%rsp)                 # 8-byte Spill
	leaq	(%rax,%rdx,4), %rdx
	leaq	(%rbx,%rax), %rsi
	movq	%rsi, 400(%rsp)                 # 8-byte Spill
	movq	%rdx, 744(%rsp)                 # 8-byte Spill
	movq	%r14, %rdx
	imulq	%r15, %rdx
	shlq	$2, %r15
	movq	%r15, 632(%rsp)                 # 8-byte Spill
	addq	%rdx, %rsi
	addq	%rdx, %r9
	addq	%rdx, %rdi
	addq	%rdx, %r10
	subq	%rsi, %r8
	movq	696(%rsp), %rsi                 # 8-byte Reload
	movq	%r8, 736(%rsp)                  # 8-byte Spill
	movq	688(%rsp), %r8                  # 8-byte Reload
	imulq	%r13, %rsi
	imulq	%r13, %r8
	addq	%rdx, %rsi
	addq	%rax, %r8
	leaq	(%rax,%rsi), %rcx
	addq	%rdx, %r8
	movq	%rcx, 320(%rsp)                 # 8-byte Spill
	leaq	64(%rax,%rsi), %rcx
	movq	368(%rsp), %rsi                 # 8-byte Reload
	movq	%r8, 248(%rsp)                  # 8-byte Spill
	movq	680(%rsp), %r8                  # 8-byte Reload
	movq	%rcx, 616(%rsp)                 # 8-byte Spill
	leaq	(%rax,%r9), %rcx
	movq	%rcx, 312(%rsp)                 # 8-byte Spill
	leaq	64(%rax,%r9), %rcx
	leaq	64(%rax,%rdi), %r9
	movq	%rcx, 608(%rsp)                 # 8-byte Spill
	movq	%r9, 592(%rsp)                  # 8-byte Spill
	imulq	%r13, %r8
	addq	%rax, %r8
	addq	%rdx, %r8
	movq	%r8, 240(%rsp)                  # 8-byte Spill
	movq	664(%rsp), %r8                  # 8-byte Reload
	imulq	%r13, %r8
	addq	%rdx, %r8
	addq	%rbx, %rdx
	leaq	(%rax,%r8), %rcx
	leaq	192(%rax,%rdx), %r9
	movq	%rcx, 304(%rsp)                 # 8-byte Spill
	leaq	64(%rax,%r8), %rcx
	xorl	%r8d, %r8d
	movq	%r9, 392(%rsp)                  # 8-byte Spill
	leaq	(%rax,%r10), %r9
	movq	%rcx, 600(%rsp)                 # 8-byte Spill
	leaq	(%rax,%rdi), %rcx
	leaq	28(%rax,%rbx), %rdi
	movq	%r9, 232(%rsp)                  # 8-byte Spill
	leaq	64(%rax,%rdx), %r9
	movq	%rcx, 296(%rsp)                 # 8-byte Spill
	movq	%rdi, 496(%rsp)                 # 8-byte Spill
	leaq	64(%rax,%r10), %rdi
	movq	384(%rsp), %r10                 # 8-byte Reload
	movq	%r9, 576(%rsp)                  # 8-byte Spill
	movq	%rdi, 584(%rsp)                 # 8-byte Spill
	leaq	(%rax,%rdx), %rdi
	leaq	16(%rax,%rdx), %rax
	leaq	(,%r13,4), %rdx
	movq	%rdi, 128(%rsp)                 # 8-byte Spill
	movq	112(%rsp), %rdi                 # 8-byte Reload
	movq	%rax, 488(%rsp)                 # 8-byte Spill
	movq	%r13, %rax
	shlq	$5, %rax
	imulq	712(%rsp), %rdi                 # 8-byte Folded Reload
	movq	%rdx, %r9
	negq	%r9
	movq	%rax, 344(%rsp)                 # 8-byte Spill
	leaq	(,%r13,8), %rax
	movq	%r10, %rcx
	subq	%rdx, %rcx
	movq	%rdx, %r13
	imulq	%rsi, %r10
	movq	%r9, 152(%rsp)                  # 8-byte Spill
	movq	%r13, 96(%rsp)                  # 8-byte Spill
	imulq	%rsi, %rcx
	movq	%rax, 432(%rsp)                 # 8-byte Spill
	movq	640(%rsp), %rax                 # 8-byte Reload
	movq	%r10, 760(%rsp)                 # 8-byte Spill
	movq	%rcx, 728(%rsp)                 # 8-byte Spill
	movq	%rdi, 112(%rsp)                 # 8-byte Spill
	movq	%rdx, %rdi
	movq	416(%rsp), %rdx                 # 8-byte Reload
	imulq	%rsi, %rdi
	movq	%rax, 568(%rsp)                 # 8-byte Spill
	movq	704(%rsp), %rax                 # 8-byte Reload
	movq	%rdi, 768(%rsp)                 # 8-byte Spill
	movq	%rax, 176(%rsp)                 # 8-byte Spill
	jmp	.LBB27_140
	.p2align	4
.LBB27_184:                             #   in Loop: Header=BB27_140 Depth=2
	movq	768(%rsp), %rax                 # 8-byte Reload
	movq	760(%rsp), %rcx                 # 8-byte Reload
	movq	528(%rsp), %r8                  # 8-byte Reload
	movq	368(%rsp), %rsi                 # 8-byte Reload
	movq	512(%rsp), %rdx                 # 8-byte Reload
	movq	376(%rsp), %rbx                 # 8-byte Reload
	movq	784(%rsp), %rdi                 # 8-byte Reload
	addq	%rax, 392(%rsp)                 # 8-byte Folded Spill
	addq	%rcx, 184(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 128(%rsp)                 # 8-byte Folded Spill
	addq	%rcx, 176(%rsp)                 # 8-byte Folded Spill
	addq	%rcx, 568(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 320(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 248(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 240(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 296(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 304(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 312(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 232(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 616(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 576(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 584(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 608(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 600(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 592(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 400(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 496(%rsp)                 # 8-byte Folded Spill
	addq	%rax, 488(%rsp)                 # 8-byte Folded Spill
	movq	776(%rsp), %rcx                 # 8-byte Reload
	incq	%r8
	subq	%rsi, %rdx
	cmpq	800(%rsp), %r8                  # 8-byte Folded Reload
	je	.LBB27_185
.LBB27_140:                             #   Parent Loop BB27_112 Depth=1
                                        # =>  This Loop Header: Depth=2
                                        #       Child Loop BB27_145 Depth 3
                                        #         Child Loop BB27_258 Depth 4
                                        #           Child Loop BB27_265 Depth 5
                                        #           Child Loop BB27_262 Depth 5
                                        #         Child Loop BB27_233 Depth 4
                                        #           Child Loop BB27_249 Depth 5
                                        #           Child Loop BB27_253 Depth 5
                                        #           Child Loop BB27_237 Depth 5
                                        #           Child Loop BB27_241 Depth 5
                                        #         Child Loop BB27_226 Depth 4
                                        #         Child Loop BB27_179 Depth 4
                                        #         Child Loop BB27_243 Depth 4
                                        #         Child Loop BB27_182 Depth 4
                                        #         Child Loop BB27_215 Depth 4
                                        #         Child Loop BB27_152 Depth 4
                                        #         Child Loop BB27_209 Depth 4
                                        #           Child Loop BB27_210 Depth 5
                                        #           Child Loop BB27_212 Depth 5
                                        #         Child Loop BB27_164 Depth 4
                                        #         Child Loop BB27_191 Depth 4
                                        #           Child Loop BB27_199 Depth 5
                                        #           Child Loop BB27_193 Depth 5
                                        #         Child Loop BB27_195 Depth 4
                                        #         Child Loop BB27_161 Depth 4
                                        #         Child Loop BB27_168 Depth 4
                                        #           Child Loop BB27_187 Depth 5
                                        #           Child Loop BB27_174 Depth 5
	cmpq	%rdx, %rsi
	movq	%rdx, %rax
	movl	$1, %edi
	cmovlq	%rsi, %rax
	cmpq	$2, %rax
	movq	%rax, 16(%rsp)                  # 8-byte Spill
	cmovgeq	%rax, %rdi
	movq	%r8, %rax
	imulq	%rsi, %rax
	movq	%rdi, 336(%rsp)                 # 8-byte Spill
	jo	.LBB27_279
# %bb.141:                              #   in Loop: Header=BB27_140 Depth=2
	movq	416(%rsp), %rcx                 # 8-byte Reload
	subq	%rax, %rcx
	jo	.LBB27_280
# %bb.142:                              #   in Loop: Header=BB27_140 Depth=2
	cmpq	%rsi, %rcx
	cmovgeq	%rsi, %rcx
	movq	288(%rsp), %rsi                 # 8-byte Reload
	addq	%rax, %rsi
	jo	.LBB27_281
# %bb.143:                              #   in Loop: Header=BB27_140 Depth=2
	movq	16(%rsp), %rbp                  # 8-byte Reload
	movq	%r8, 528(%rsp)                  # 8-byte Spill
	movq	%rdx, 512(%rsp)                 # 8-byte Spill
	testq	%r12, %r12
	jle	.LBB27_184
# %bb.144:                              #   in Loop: Header=BB27_140 Depth=2
	movl	%ebp, %edx
	andl	$7, %edx
	imulq	200(%rsp), %rsi                 # 8-byte Folded Reload
	leaq	-1(%rbp), %r8
	imulq	624(%rsp), %rax                 # 8-byte Folded Reload
	movq	%rcx, 136(%rsp)                 # 8-byte Spill
	movq	%rdx, %rdi
	negq	%rdi
	movq	%r8, 56(%rsp)                   # 8-byte Spill
	movq	744(%rsp), %r8                  # 8-byte Reload
	shll	$7, %edx
	movq	%rdi, 264(%rsp)                 # 8-byte Spill
	movq	%rbp, %rdi
	andq	$-8, %rdi
	movq	%rdx, 560(%rsp)                 # 8-byte Spill
	movq	%rdi, 208(%rsp)                 # 8-byte Spill
	negq	%rdi
	movq	%rdi, 752(%rsp)                 # 8-byte Spill
	movq	728(%rsp), %rdi                 # 8-byte Reload
	imulq	528(%rsp), %rdi                 # 8-byte Folded Reload
	leaq	(%r8,%rsi,4), %rdx
	movq	%rcx, %rsi
	imulq	192(%rsp), %rsi                 # 8-byte Folded Reload
	addq	736(%rsp), %rdi                 # 8-byte Folded Reload
	movq	%rdx, 256(%rsp)                 # 8-byte Spill
	movabsq	$9223372036854775800, %rdx      # imm = 0x7FFFFFFFFFFFFFF8
	movq	%rdi, 504(%rsp)                 # 8-byte Spill
	movq	168(%rsp), %rdi                 # 8-byte Reload
	leaq	(%rdi,%rax,4), %rax
	leaq	(%rax,%rsi,4), %rax
	xorl	%esi, %esi
	movq	%rax, 448(%rsp)                 # 8-byte Spill
	leaq	6(%rdx), %rax
	andq	336(%rsp), %rax                 # 8-byte Folded Reload
	movq	%rax, 536(%rsp)                 # 8-byte Spill
	jmp	.LBB27_145
.LBB27_224:                             #   in Loop: Header=BB27_145 Depth=3
	movq	%r15, %rsi
	movq	%r10, %rdx
	vzeroupper
	callq	($s16SwiftgradKernels7PackingO14transposeGroup33_BBD12EC23CA21D7A0861DF8BBA6EBD14LL____2to_ySPy6Vector_6ScalarQZG_S3iSpyAIGSitFZAA16WideRegisterFileOyAA6F32x16VG_Tt5g5)
	movq	16(%rsp), %rbp                  # 8-byte Reload
	vxorps	%xmm4, %xmm4, %xmm4
	.p2align	4
.LBB27_183:                             #   in Loop: Header=BB27_145 Depth=3
	movq	72(%rsp), %rsi                  # 8-byte Reload
	movq	440(%rsp), %r12                 # 8-byte Reload
	movq	136(%rsp), %rcx                 # 8-byte Reload
	addq	32(%rsp), %rsi                  # 8-byte Folded Reload
	cmpq	%r12, %rsi
	jge	.LBB27_184
.LBB27_145:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        # =>    This Loop Header: Depth=3
                                        #         Child Loop BB27_258 Depth 4
                                        #           Child Loop BB27_265 Depth 5
                                        #           Child Loop BB27_262 Depth 5
                                        #         Child Loop BB27_233 Depth 4
                                        #           Child Loop BB27_249 Depth 5
                                        #           Child Loop BB27_253 Depth 5
                                        #           Child Loop BB27_237 Depth 5
                                        #           Child Loop BB27_241 Depth 5
                                        #         Child Loop BB27_226 Depth 4
                                        #         Child Loop BB27_179 Depth 4
                                        #         Child Loop BB27_243 Depth 4
                                        #         Child Loop BB27_182 Depth 4
                                        #         Child Loop BB27_215 Depth 4
                                        #         Child Loop BB27_152 Depth 4
                                        #         Child Loop BB27_209 Depth 4
                                        #           Child Loop BB27_210 Depth 5
                                        #           Child Loop BB27_212 Depth 5
                                        #         Child Loop BB27_164 Depth 4
                                        #         Child Loop BB27_191 Depth 4
                                        #           Child Loop BB27_199 Depth 5
                                        #           Child Loop BB27_193 Depth 5
                                        #         Child Loop BB27_195 Depth 4
                                        #         Child Loop BB27_161 Depth 4
                                        #         Child Loop BB27_168 Depth 4
                                        #           Child Loop BB27_187 Depth 5
                                        #           Child Loop BB27_174 Depth 5
	movq	144(%rsp), %r15                 # 8-byte Reload
	movq	%r12, %r11
	subq	%rsi, %r11
	movl	$32, %r10d
	movq	256(%rsp), %rdx                 # 8-byte Reload
	movq	%rsi, %rax
	movq	%rsi, 72(%rsp)                  # 8-byte Spill
	cmpq	$32, %r11
	cmovlq	%r11, %r10
	xorl	%r9d, %r9d
	cmpq	$17, %r11
	setge	%r9b
	movq	%r10, 32(%rsp)                  # 8-byte Spill
	shll	$4, %r9d
	imulq	%r15, %rax
	addq	$16, %r9
	leaq	(%rdx,%rax,4), %rdi
	movq	%rsi, %rax
	movq	448(%rsp), %rsi                 # 8-byte Reload
	imulq	%rcx, %rax
	leaq	(%rsi,%rax,4), %r8
	cmpq	%r9, %r11
	jge	.LBB27_222
# %bb.146:                              #   in Loop: Header=BB27_145 Depth=3
	leaq	15(%r10), %rbp
	testq	%r10, %r10
	cmovnsq	%r10, %rbp
	movq	%rbp, %rax
	sarq	$4, %rax
	andq	$-16, %rbp
	testq	%rcx, %rcx
	js	.LBB27_284
# %bb.147:                              #   in Loop: Header=BB27_145 Depth=3
	movq	160(%rsp), %r12                 # 8-byte Reload
	movq	%rax, 40(%rsp)                  # 8-byte Spill
	je	.LBB27_153
# %bb.148:                              #   in Loop: Header=BB27_145 Depth=3
	xorl	%eax, %eax
	cmpq	$17, %r11
	leaq	(%r8,%rbp,4), %rcx
	setge	%al
	orq	$4, %rax
	cmpq	$7, 56(%rsp)                    # 8-byte Folded Reload
	jae	.LBB27_214
# %bb.149:                              #   in Loop: Header=BB27_145 Depth=3
	xorl	%edx, %edx
	jmp	.LBB27_150
	.p2align	4
.LBB27_222:                             #   in Loop: Header=BB27_145 Depth=3
	cmpq	$1, %r15
	jne	.LBB27_223
# %bb.216:                              #   in Loop: Header=BB27_145 Depth=3
	cmpq	$16, %r10
	je	.LBB27_227
# %bb.217:                              #   in Loop: Header=BB27_145 Depth=3
	cmpq	$32, %r10
	jne	.LBB27_231
# %bb.218:                              #   in Loop: Header=BB27_145 Depth=3
	testq	%rcx, %rcx
	js	.LBB27_283
# %bb.219:                              #   in Loop: Header=BB27_145 Depth=3
	je	.LBB27_183
# %bb.220:                              #   in Loop: Header=BB27_145 Depth=3
	cmpq	$7, 56(%rsp)                    # 8-byte Folded Reload
	jae	.LBB27_225
# %bb.221:                              #   in Loop: Header=BB27_145 Depth=3
	xorl	%eax, %eax
	testb	$7, %bpl
	jne	.LBB27_178
	jmp	.LBB27_183
	.p2align	4
.LBB27_223:                             #   in Loop: Header=BB27_145 Depth=3
	cmpq	$1, 200(%rsp)                   # 8-byte Folded Reload
	je	.LBB27_224
# %bb.256:                              #   in Loop: Header=BB27_145 Depth=3
	testq	%rcx, %rcx
	jle	.LBB27_183
# %bb.257:                              #   in Loop: Header=BB27_145 Depth=3
	movq	72(%rsp), %r9                   # 8-byte Reload
	movq	112(%rsp), %r8                  # 8-byte Reload
	xorl	%eax, %eax
	cmpq	$17, %r11
	movq	%r14, %rdi
	movq	32(%rsp), %rsi                  # 8-byte Reload
	setge	%al
	xorl	%r11d, %r11d
	orq	$4, %rax
	imulq	%r9, %rdi
	leaq	(%r8,%r9,4), %r9
	imulq	16(%rsp), %r9                   # 8-byte Folded Reload
	movq	176(%rsp), %r8                  # 8-byte Reload
	addq	128(%rsp), %rdi                 # 8-byte Folded Reload
	movl	%esi, %edx
	andl	$7, %edx
	leaq	-1(%rsi), %rcx
	andq	$-8, %rsi
	leal	(,%rdx,4), %r10d
	addq	%r9, %r8
	addq	184(%rsp), %r9                  # 8-byte Folded Reload
	movq	%r8, 24(%rsp)                   # 8-byte Spill
	movq	%r9, 8(%rsp)                    # 8-byte Spill
	jmp	.LBB27_258
	.p2align	4
.LBB27_263:                             #   in Loop: Header=BB27_258 Depth=4
	movq	96(%rsp), %r13                  # 8-byte Reload
	movq	16(%rsp), %rbp                  # 8-byte Reload
	incq	%r11
	addq	%r13, %rdi
	cmpq	%rbp, %r11
	je	.LBB27_183
.LBB27_258:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Loop Header: Depth=4
                                        #           Child Loop BB27_265 Depth 5
                                        #           Child Loop BB27_262 Depth 5
	shlxq	%rax, %r11, %r15
	cmpq	$7, %rcx
	jae	.LBB27_264
# %bb.259:                              #   in Loop: Header=BB27_258 Depth=4
	xorl	%ebx, %ebx
	jmp	.LBB27_260
	.p2align	4
.LBB27_264:                             #   in Loop: Header=BB27_258 Depth=4
	movq	24(%rsp), %r8                   # 8-byte Reload
	movq	%rdi, %r13
	xorl	%ebx, %ebx
	leaq	(%r8,%r15,4), %r12
	movq	160(%rsp), %r8                  # 8-byte Reload
	.p2align	4
.LBB27_265:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        #         Parent Loop BB27_258 Depth=4
                                        # =>        This Inner Loop Header: Depth=5
	vmovss	(%r13), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	leaq	(%r13,%r14), %r9
	vmovss	%xmm0, -16(%r12,%rbx,4)
	vmovss	(%r13,%r14), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r8, %r13
	vmovss	%xmm0, -12(%r12,%rbx,4)
	vmovss	(%r14,%r9), %xmm0               # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %r9
	vmovss	%xmm0, -8(%r12,%rbx,4)
	vmovss	(%r14,%r9), %xmm0               # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %r9
	vmovss	%xmm0, -4(%r12,%rbx,4)
	vmovss	(%r14,%r9), %xmm0               # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %r9
	vmovss	%xmm0, (%r12,%rbx,4)
	vmovss	(%r14,%r9), %xmm0               # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %r9
	vmovss	%xmm0, 4(%r12,%rbx,4)
	vmovss	(%r14,%r9), %xmm0               # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %r9
	vmovss	%xmm0, 8(%r12,%rbx,4)
	vmovss	(%r14,%r9), %xmm0               # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 12(%r12,%rbx,4)
	addq	$8, %rbx
	cmpq	%rbx, %rsi
	jne	.LBB27_265
.LBB27_260:                             #   in Loop: Header=BB27_258 Depth=4
	testq	%rdx, %rdx
	je	.LBB27_263
# %bb.261:                              #   in Loop: Header=BB27_258 Depth=4
	shlq	$2, %r15
	xorl	%r12d, %r12d
	leaq	(%r15,%rbx,4), %r15
	addq	8(%rsp), %r15                   # 8-byte Folded Reload
	imulq	%r14, %rbx
	addq	%rdi, %rbx
	.p2align	4
.LBB27_262:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        #         Parent Loop BB27_258 Depth=4
                                        # =>        This Inner Loop Header: Depth=5
	vmovss	(%rbx), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, (%r15,%r12)
	addq	$4, %r12
	cmpq	%r12, %r10
	jne	.LBB27_262
	jmp	.LBB27_263
.LBB27_214:                             #   in Loop: Header=BB27_145 Depth=3
	movq	208(%rsp), %r10                 # 8-byte Reload
	xorl	%edx, %edx
	.p2align	4
.LBB27_215:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	movq	%rdx, %rsi
	shlxq	%rax, %rdx, %rdx
	leaq	6(%rsi), %rbx
	vmovups	%zmm4, (%rcx,%rdx,4)
	leaq	1(%rsi), %rdx
	shlxq	%rax, %rdx, %rdx
	vmovups	%zmm4, (%rcx,%rdx,4)
	leaq	2(%rsi), %rdx
	shlxq	%rax, %rdx, %rdx
	vmovups	%zmm4, (%rcx,%rdx,4)
	leaq	3(%rsi), %rdx
	shlxq	%rax, %rdx, %rdx
	vmovups	%zmm4, (%rcx,%rdx,4)
	leaq	4(%rsi), %rdx
	shlxq	%rax, %rdx, %rdx
	vmovups	%zmm4, (%rcx,%rdx,4)
	leaq	5(%rsi), %rdx
	shlxq	%rax, %rdx, %rdx
	vmovups	%zmm4, (%rcx,%rdx,4)
	shlxq	%rax, %rbx, %rdx
	vmovups	%zmm4, (%rcx,%rdx,4)
	leaq	8(%rsi), %rdx
	addq	$7, %rsi
	shlxq	%rax, %rsi, %rsi
	vmovups	%zmm4, (%rcx,%rsi,4)
	cmpq	%r10, %rdx
	jne	.LBB27_215
.LBB27_150:                             #   in Loop: Header=BB27_145 Depth=3
	movq	16(%rsp), %rsi                  # 8-byte Reload
	testb	$7, %sil
	je	.LBB27_153
# %bb.151:                              #   in Loop: Header=BB27_145 Depth=3
	movq	264(%rsp), %rsi                 # 8-byte Reload
	.p2align	4
.LBB27_152:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	shlxq	%rax, %rdx, %r10
	incq	%rdx
	incq	%rsi
	vmovups	%zmm4, (%rcx,%r10,4)
	jne	.LBB27_152
.LBB27_153:                             #   in Loop: Header=BB27_145 Depth=3
	movq	%r11, 64(%rsp)                  # 8-byte Spill
	movq	%r8, 352(%rsp)                  # 8-byte Spill
	cmpq	$16, %r11
	jl	.LBB27_165
# %bb.154:                              #   in Loop: Header=BB27_145 Depth=3
	cmpq	$1, %r15
	jne	.LBB27_204
# %bb.155:                              #   in Loop: Header=BB27_145 Depth=3
	movq	32(%rsp), %rax                  # 8-byte Reload
                                        # kill: def $eax killed $eax killed $rax
	andl	$48, %eax
	cmpl	$16, %eax
	movq	136(%rsp), %rax                 # 8-byte Reload
	jne	.LBB27_189
# %bb.156:                              #   in Loop: Header=BB27_145 Depth=3
	testq	%rax, %rax
	je	.LBB27_165
# %bb.157:                              #   in Loop: Header=BB27_145 Depth=3
	xorl	%eax, %eax
	cmpq	$17, 64(%rsp)                   # 8-byte Folded Reload
	setge	%al
	orq	$4, %rax
	cmpq	$7, 56(%rsp)                    # 8-byte Folded Reload
	jae	.LBB27_194
# %bb.158:                              #   in Loop: Header=BB27_145 Depth=3
	xorl	%r10d, %r10d
	testb	$7, 16(%rsp)                    # 1-byte Folded Reload
	jne	.LBB27_160
	jmp	.LBB27_165
.LBB27_204:                             #   in Loop: Header=BB27_145 Depth=3
	cmpq	$1, 200(%rsp)                   # 8-byte Folded Reload
	movq	136(%rsp), %rcx                 # 8-byte Reload
	jne	.LBB27_205
# %bb.203:                              #   in Loop: Header=BB27_145 Depth=3
	movq	%r15, %rsi
	movq	%rbp, %rdx
	vzeroupper
	callq	($s16SwiftgradKernels7PackingO14transposeGroup33_BBD12EC23CA21D7A0861DF8BBA6EBD14LL____2to_ySPy6Vector_6ScalarQZG_S3iSpyAIGSitFZAA16WideRegisterFileOyAA6F32x16VG_Tt5g5)
	movq	352(%rsp), %r8                  # 8-byte Reload
	vxorps	%xmm4, %xmm4, %xmm4
	jmp	.LBB27_165
.LBB27_227:                             #   in Loop: Header=BB27_145 Depth=3
	testq	%rcx, %rcx
	js	.LBB27_282
# %bb.228:                              #   in Loop: Header=BB27_145 Depth=3
	je	.LBB27_183
# %bb.229:                              #   in Loop: Header=BB27_145 Depth=3
	xorl	%eax, %eax
	cmpq	$17, %r11
	setge	%al
	orq	$4, %rax
	cmpq	$7, 56(%rsp)                    # 8-byte Folded Reload
	jae	.LBB27_242
# %bb.230:                              #   in Loop: Header=BB27_145 Depth=3
	xorl	%r10d, %r10d
	testb	$7, %bpl
	jne	.LBB27_181
	jmp	.LBB27_183
.LBB27_231:                             #   in Loop: Header=BB27_145 Depth=3
	testq	%rcx, %rcx
	jle	.LBB27_183
# %bb.232:                              #   in Loop: Header=BB27_145 Depth=3
	movq	112(%rsp), %rcx                 # 8-byte Reload
	movq	72(%rsp), %rdx                  # 8-byte Reload
	movq	632(%rsp), %r10                 # 8-byte Reload
	movq	32(%rsp), %r9                   # 8-byte Reload
	movq	504(%rsp), %rsi                 # 8-byte Reload
	xorl	%eax, %eax
	cmpq	$17, %r11
	setge	%al
	xorl	%r15d, %r15d
	orq	$4, %rax
	leaq	(%rcx,%rdx,4), %r8
	leaq	(%r10,%rdx,4), %r10
	imulq	144(%rsp), %r10                 # 8-byte Folded Reload
	movq	%r9, %r11
	andq	$-8, %r11
	movq	%r9, %rdi
                                        # kill: def $r9d killed $r9d killed $r9 def $r9
	andq	$-64, %rdi
	andl	$7, %r9d
	movq	%r11, 48(%rsp)                  # 8-byte Spill
	movq	184(%rsp), %r11                 # 8-byte Reload
	imulq	%rbp, %r8
	leaq	(%rsi,%r8), %rcx
	movq	%r14, %rsi
	imulq	%rdx, %rsi
	movq	400(%rsp), %rdx                 # 8-byte Reload
	addq	%r8, %r11
	addq	176(%rsp), %r8                  # 8-byte Folded Reload
	subq	%rsi, %rcx
	addq	392(%rsp), %rsi                 # 8-byte Folded Reload
	movq	%rcx, 8(%rsp)                   # 8-byte Spill
	leaq	(%rdx,%r10), %r12
	addq	496(%rsp), %r10                 # 8-byte Folded Reload
	movq	%r8, 24(%rsp)                   # 8-byte Spill
	jmp	.LBB27_233
	.p2align	4
.LBB27_255:                             #   in Loop: Header=BB27_233 Depth=4
	movq	96(%rsp), %r13                  # 8-byte Reload
	movq	16(%rsp), %rbp                  # 8-byte Reload
	incq	%r15
	addq	%r13, %rsi
	addq	%r13, %r12
	addq	%r13, %r10
	cmpq	%rbp, %r15
	je	.LBB27_183
.LBB27_233:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Loop Header: Depth=4
                                        #           Child Loop BB27_249 Depth 5
                                        #           Child Loop BB27_253 Depth 5
                                        #           Child Loop BB27_237 Depth 5
                                        #           Child Loop BB27_241 Depth 5
	cmpq	$7, 32(%rsp)                    # 8-byte Folded Reload
	shlxq	%rax, %r15, %rbx
	jbe	.LBB27_234
# %bb.245:                              #   in Loop: Header=BB27_233 Depth=4
	movq	152(%rsp), %rcx                 # 8-byte Reload
	imulq	%r15, %rcx
	addq	8(%rsp), %rcx                   # 8-byte Folded Reload
	leaq	(%rcx,%rbx,4), %rcx
	cmpq	$256, %rcx                      # imm = 0x100
	jae	.LBB27_246
.LBB27_234:                             #   in Loop: Header=BB27_233 Depth=4
	xorl	%r8d, %r8d
.LBB27_235:                             #   in Loop: Header=BB27_233 Depth=4
	movq	%r8, %r13
	testq	%r9, %r9
	je	.LBB27_239
# %bb.236:                              #   in Loop: Header=BB27_233 Depth=4
	leaq	(,%rbx,4), %rcx
	xorl	%r13d, %r13d
	leaq	(%rcx,%r8,4), %rdx
	leaq	(%r12,%r8,4), %rcx
	addq	%r11, %rdx
	.p2align	4
.LBB27_237:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        #         Parent Loop BB27_233 Depth=4
                                        # =>        This Inner Loop Header: Depth=5
	vmovss	(%rcx,%r13,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%rdx,%r13,4)
	incq	%r13
	cmpq	%r13, %r9
	jne	.LBB27_237
# %bb.238:                              #   in Loop: Header=BB27_233 Depth=4
	addq	%r8, %r13
.LBB27_239:                             #   in Loop: Header=BB27_233 Depth=4
	subq	32(%rsp), %r8                   # 8-byte Folded Reload
	cmpq	$-8, %r8
	ja	.LBB27_255
# %bb.240:                              #   in Loop: Header=BB27_233 Depth=4
	movq	32(%rsp), %rdx                  # 8-byte Reload
	shlq	$2, %rbx
	leaq	(%rbx,%r13,4), %r8
	addq	24(%rsp), %r8                   # 8-byte Folded Reload
	leaq	(%r10,%r13,4), %rbx
	subq	%r13, %rdx
	xorl	%r13d, %r13d
	.p2align	4
.LBB27_241:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        #         Parent Loop BB27_233 Depth=4
                                        # =>        This Inner Loop Header: Depth=5
	vmovss	-28(%rbx,%r13,4), %xmm0         # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -16(%r8,%r13,4)
	vmovss	-24(%rbx,%r13,4), %xmm0         # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -12(%r8,%r13,4)
	vmovss	-20(%rbx,%r13,4), %xmm0         # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -8(%r8,%r13,4)
	vmovss	-16(%rbx,%r13,4), %xmm0         # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -4(%r8,%r13,4)
	vmovss	-12(%rbx,%r13,4), %xmm0         # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%r8,%r13,4)
	vmovss	-8(%rbx,%r13,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 4(%r8,%r13,4)
	vmovss	-4(%rbx,%r13,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 8(%r8,%r13,4)
	vmovss	(%rbx,%r13,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 12(%r8,%r13,4)
	addq	$8, %r13
	cmpq	%r13, %rdx
	jne	.LBB27_241
	jmp	.LBB27_255
	.p2align	4
.LBB27_246:                             #   in Loop: Header=BB27_233 Depth=4
	cmpq	$64, 32(%rsp)                   # 8-byte Folded Reload
	leaq	(,%rbx,4), %rdx
	jae	.LBB27_248
# %bb.247:                              #   in Loop: Header=BB27_233 Depth=4
	xorl	%ecx, %ecx
	jmp	.LBB27_252
.LBB27_248:                             #   in Loop: Header=BB27_233 Depth=4
	leaq	(%r11,%rdx), %r8
	xorl	%r13d, %r13d
	.p2align	4
.LBB27_249:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        #         Parent Loop BB27_233 Depth=4
                                        # =>        This Inner Loop Header: Depth=5
	vmovups	-192(%rsi,%r13,4), %zmm0
	vmovups	-128(%rsi,%r13,4), %zmm1
	vmovups	-64(%rsi,%r13,4), %zmm2
	vmovups	(%rsi,%r13,4), %zmm3
	vmovups	%zmm0, (%r8,%r13,4)
	vmovups	%zmm1, 64(%r8,%r13,4)
	vmovups	%zmm2, 128(%r8,%r13,4)
	vmovups	%zmm3, 192(%r8,%r13,4)
	addq	$64, %r13
	cmpq	%r13, %rdi
	jne	.LBB27_249
# %bb.250:                              #   in Loop: Header=BB27_233 Depth=4
	cmpq	%rdi, 32(%rsp)                  # 8-byte Folded Reload
	je	.LBB27_255
# %bb.251:                              #   in Loop: Header=BB27_233 Depth=4
	testb	$56, 32(%rsp)                   # 1-byte Folded Reload
	movq	%rdi, %r8
	movq	%rdi, %rcx
	je	.LBB27_235
.LBB27_252:                             #   in Loop: Header=BB27_233 Depth=4
	movq	48(%rsp), %r8                   # 8-byte Reload
	leaq	(%rdx,%rcx,4), %rdx
	xorl	%r13d, %r13d
	addq	%r11, %rdx
	subq	%rcx, %r8
	leaq	(%r12,%rcx,4), %rcx
	.p2align	4
.LBB27_253:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        #         Parent Loop BB27_233 Depth=4
                                        # =>        This Inner Loop Header: Depth=5
	vmovups	(%rcx,%r13,4), %ymm0
	vmovups	%ymm0, (%rdx,%r13,4)
	addq	$8, %r13
	cmpq	%r13, %r8
	jne	.LBB27_253
# %bb.254:                              #   in Loop: Header=BB27_233 Depth=4
	movq	48(%rsp), %rcx                  # 8-byte Reload
	movq	%rcx, %r8
	cmpq	%rcx, 32(%rsp)                  # 8-byte Folded Reload
	je	.LBB27_255
	jmp	.LBB27_235
.LBB27_189:                             #   in Loop: Header=BB27_145 Depth=3
	testq	%rax, %rax
	je	.LBB27_165
# %bb.190:                              #   in Loop: Header=BB27_145 Depth=3
	xorl	%ecx, %ecx
	cmpq	$17, 64(%rsp)                   # 8-byte Folded Reload
	movq	112(%rsp), %rax                 # 8-byte Reload
	movq	72(%rsp), %r9                   # 8-byte Reload
	movq	392(%rsp), %r8                  # 8-byte Reload
	movq	%r14, %rdi
	setge	%cl
	leaq	(%rax,%r9,4), %rdx
	imulq	16(%rsp), %rdx                  # 8-byte Folded Reload
	movq	504(%rsp), %rax                 # 8-byte Reload
	imulq	%r9, %rdi
	xorl	%r10d, %r10d
	orq	$4, %rcx
	leaq	(%rax,%rdx), %rsi
	leaq	(%r8,%rdi), %rax
	movq	632(%rsp), %r8                  # 8-byte Reload
	subq	%rdi, %rsi
	addq	488(%rsp), %rdi                 # 8-byte Folded Reload
	leaq	(%r8,%r9,4), %r12
	movq	184(%rsp), %r9                  # 8-byte Reload
	imulq	%r15, %r12
	addq	400(%rsp), %r12                 # 8-byte Folded Reload
	addq	%rdx, %r9
	addq	176(%rsp), %rdx                 # 8-byte Folded Reload
	jmp	.LBB27_191
	.p2align	4
.LBB27_200:                             #   in Loop: Header=BB27_191 Depth=4
	movq	352(%rsp), %r8                  # 8-byte Reload
	incq	%r10
	addq	%r13, %rax
	addq	%r13, %r12
	addq	%r13, %rdi
	cmpq	336(%rsp), %r10                 # 8-byte Folded Reload
	je	.LBB27_165
.LBB27_191:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Loop Header: Depth=4
                                        #           Child Loop BB27_199 Depth 5
                                        #           Child Loop BB27_193 Depth 5
	movq	152(%rsp), %r15                 # 8-byte Reload
	shlxq	%rcx, %r10, %rbx
	leaq	(,%rbx,4), %r11
	imulq	%r10, %r15
	addq	%rsi, %r15
	leaq	(%r15,%rbx,4), %r15
	cmpq	$255, %r15
	ja	.LBB27_197
# %bb.192:                              #   in Loop: Header=BB27_191 Depth=4
	addq	%rdx, %r11
	xorl	%ebx, %ebx
	.p2align	4
.LBB27_193:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        #         Parent Loop BB27_191 Depth=4
                                        # =>        This Inner Loop Header: Depth=5
	vmovss	-16(%rdi,%rbx,4), %xmm0         # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -16(%r11,%rbx,4)
	vmovss	-12(%rdi,%rbx,4), %xmm0         # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -12(%r11,%rbx,4)
	vmovss	-8(%rdi,%rbx,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -8(%r11,%rbx,4)
	vmovss	-4(%rdi,%rbx,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -4(%r11,%rbx,4)
	vmovss	(%rdi,%rbx,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%r11,%rbx,4)
	vmovss	4(%rdi,%rbx,4), %xmm0           # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 4(%r11,%rbx,4)
	vmovss	8(%rdi,%rbx,4), %xmm0           # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 8(%r11,%rbx,4)
	vmovss	12(%rdi,%rbx,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 12(%r11,%rbx,4)
	addq	$8, %rbx
	cmpq	%rbx, %rbp
	jne	.LBB27_193
	jmp	.LBB27_200
	.p2align	4
.LBB27_197:                             #   in Loop: Header=BB27_191 Depth=4
	cmpq	$63, %rbp
	ja	.LBB27_201
# %bb.198:                              #   in Loop: Header=BB27_191 Depth=4
	addq	%r9, %r11
	xorl	%ebx, %ebx
	.p2align	4
.LBB27_199:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        #         Parent Loop BB27_191 Depth=4
                                        # =>        This Inner Loop Header: Depth=5
	vmovups	(%r12,%rbx,4), %zmm0
	vmovups	%zmm0, (%r11,%rbx,4)
	addq	$16, %rbx
	cmpq	%rbx, %rbp
	jne	.LBB27_199
	jmp	.LBB27_200
.LBB27_205:                             #   in Loop: Header=BB27_145 Depth=3
	testq	%rcx, %rcx
	je	.LBB27_165
# %bb.206:                              #   in Loop: Header=BB27_145 Depth=3
	xorl	%eax, %eax
	cmpq	$17, 64(%rsp)                   # 8-byte Folded Reload
	movq	16(%rsp), %r9                   # 8-byte Reload
	setge	%al
	orq	$4, %rax
	cmpq	$2, %r9
	jge	.LBB27_208
# %bb.207:                              #   in Loop: Header=BB27_145 Depth=3
	xorl	%ecx, %ecx
	jmp	.LBB27_162
.LBB27_225:                             #   in Loop: Header=BB27_145 Depth=3
	movq	112(%rsp), %rax                 # 8-byte Reload
	movq	72(%rsp), %rsi                  # 8-byte Reload
	movq	%r14, %rcx
	movq	240(%rsp), %rdi                 # 8-byte Reload
	movq	600(%rsp), %r8                  # 8-byte Reload
	movq	608(%rsp), %r9                  # 8-byte Reload
	movq	248(%rsp), %r10                 # 8-byte Reload
	movq	584(%rsp), %r11                 # 8-byte Reload
	movq	576(%rsp), %rbx                 # 8-byte Reload
	movq	616(%rsp), %r15                 # 8-byte Reload
	movq	344(%rsp), %r12                 # 8-byte Reload
	leaq	(%rax,%rsi,4), %rdx
	imulq	%rsi, %rcx
	movq	592(%rsp), %rsi                 # 8-byte Reload
	xorl	%eax, %eax
	imulq	%rbp, %rdx
	addq	568(%rsp), %rdx                 # 8-byte Folded Reload
	movq	752(%rsp), %rbp                 # 8-byte Reload
	.p2align	4
.LBB27_226:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovups	-64(%rbx,%rcx), %zmm0
	addq	$-8, %rax
	vmovups	%zmm0, -512(%rdx)
	vmovups	(%rbx,%rcx), %zmm0
	addq	%r12, %rbx
	vmovups	%zmm0, -448(%rdx)
	vmovups	-64(%r11,%rcx), %zmm0
	vmovups	%zmm0, -384(%rdx)
	vmovups	(%r11,%rcx), %zmm0
	addq	%r12, %r11
	vmovups	%zmm0, -320(%rdx)
	vmovups	-64(%r9,%rcx), %zmm0
	vmovups	%zmm0, -256(%rdx)
	vmovups	(%r9,%rcx), %zmm0
	addq	%r12, %r9
	vmovups	%zmm0, -192(%rdx)
	vmovups	-64(%r8,%rcx), %zmm0
	vmovups	%zmm0, -128(%rdx)
	vmovups	(%r8,%rcx), %zmm0
	addq	%r12, %r8
	vmovups	%zmm0, -64(%rdx)
	vmovups	-64(%rsi,%rcx), %zmm0
	vmovups	%zmm0, (%rdx)
	vmovups	(%rsi,%rcx), %zmm0
	addq	%r12, %rsi
	vmovups	%zmm0, 64(%rdx)
	vmovups	(%rdi,%rcx), %zmm0
	vmovups	%zmm0, 128(%rdx)
	vmovups	64(%rdi,%rcx), %zmm0
	addq	%r12, %rdi
	vmovups	%zmm0, 192(%rdx)
	vmovups	(%r10,%rcx), %zmm0
	vmovups	%zmm0, 256(%rdx)
	vmovups	64(%r10,%rcx), %zmm0
	addq	%r12, %r10
	vmovups	%zmm0, 320(%rdx)
	vmovups	-64(%r15,%rcx), %zmm0
	vmovups	%zmm0, 384(%rdx)
	vmovups	(%r15,%rcx), %zmm0
	addq	%r12, %r15
	vmovups	%zmm0, 448(%rdx)
	addq	$1024, %rdx                     # imm = 0x400
	cmpq	%rax, %rbp
	jne	.LBB27_226
# %bb.176:                              #   in Loop: Header=BB27_145 Depth=3
	movq	16(%rsp), %rbp                  # 8-byte Reload
	negq	%rax
	testb	$7, %bpl
	je	.LBB27_183
.LBB27_178:                             #   in Loop: Header=BB27_145 Depth=3
	movq	112(%rsp), %rcx                 # 8-byte Reload
	movq	72(%rsp), %rsi                  # 8-byte Reload
	movq	%r13, %rdx
	imulq	%rax, %rdx
	shlq	$7, %rax
	addq	184(%rsp), %rax                 # 8-byte Folded Reload
	leaq	(%rcx,%rsi,4), %rcx
	imulq	%rbp, %rcx
	addq	%rcx, %rax
	movq	%r14, %rcx
	imulq	%rsi, %rcx
	addq	%rdx, %rcx
	addq	128(%rsp), %rcx                 # 8-byte Folded Reload
	xorl	%edx, %edx
	.p2align	4
.LBB27_179:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovups	(%rcx), %zmm0
	vmovups	%zmm0, (%rax,%rdx)
	vmovups	64(%rcx), %zmm0
	addq	%r13, %rcx
	vmovups	%zmm0, 64(%rax,%rdx)
	subq	$-128, %rdx
	cmpq	%rdx, 560(%rsp)                 # 8-byte Folded Reload
	jne	.LBB27_179
	jmp	.LBB27_183
.LBB27_242:                             #   in Loop: Header=BB27_145 Depth=3
	movq	232(%rsp), %rdx                 # 8-byte Reload
	movq	%r14, %rcx
	imulq	72(%rsp), %rcx                  # 8-byte Folded Reload
	movq	128(%rsp), %rsi                 # 8-byte Reload
	movq	312(%rsp), %rdi                 # 8-byte Reload
	movq	296(%rsp), %r9                  # 8-byte Reload
	movq	240(%rsp), %r11                 # 8-byte Reload
	movq	248(%rsp), %rbx                 # 8-byte Reload
	movq	320(%rsp), %r15                 # 8-byte Reload
	movq	344(%rsp), %rbp                 # 8-byte Reload
	xorl	%r10d, %r10d
	movq	%rdx, 8(%rsp)                   # 8-byte Spill
	movq	%rax, %rdx
	movq	304(%rsp), %rax                 # 8-byte Reload
	.p2align	4
.LBB27_243:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovups	(%rsi,%rcx), %zmm0
	movq	%rsi, 24(%rsp)                  # 8-byte Spill
	movq	8(%rsp), %rsi                   # 8-byte Reload
	movq	%r10, %r12
	shlxq	%rdx, %r10, %r10
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	1(%r12), %r10
	vmovups	(%rsi,%rcx), %zmm0
	shlxq	%rdx, %r10, %r10
	addq	%rbp, %rsi
	movq	%rsi, 8(%rsp)                   # 8-byte Spill
	movq	24(%rsp), %rsi                  # 8-byte Reload
	addq	%rbp, %rsi
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	2(%r12), %r10
	vmovups	(%rdi,%rcx), %zmm0
	shlxq	%rdx, %r10, %r10
	addq	%rbp, %rdi
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	3(%r12), %r10
	vmovups	(%rax,%rcx), %zmm0
	shlxq	%rdx, %r10, %r10
	addq	%rbp, %rax
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	4(%r12), %r10
	vmovups	(%r9,%rcx), %zmm0
	shlxq	%rdx, %r10, %r10
	addq	%rbp, %r9
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	5(%r12), %r10
	vmovups	(%r11,%rcx), %zmm0
	shlxq	%rdx, %r10, %r10
	addq	%rbp, %r11
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	6(%r12), %r10
	vmovups	(%rbx,%rcx), %zmm0
	shlxq	%rdx, %r10, %r10
	addq	%rbp, %rbx
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	8(%r12), %r10
	addq	$7, %r12
	vmovups	(%r15,%rcx), %zmm0
	shlxq	%rdx, %r12, %r12
	addq	%rbp, %r15
	vmovups	%zmm0, (%r8,%r12,4)
	cmpq	208(%rsp), %r10                 # 8-byte Folded Reload
	jne	.LBB27_243
# %bb.244:                              #   in Loop: Header=BB27_145 Depth=3
	movq	16(%rsp), %rbp                  # 8-byte Reload
	movq	%rdx, %rax
	testb	$7, %bpl
	je	.LBB27_183
.LBB27_181:                             #   in Loop: Header=BB27_145 Depth=3
	movq	%r14, %rcx
	imulq	72(%rsp), %rcx                  # 8-byte Folded Reload
	movq	%r13, %rdx
	imulq	%r10, %rdx
	addq	128(%rsp), %rcx                 # 8-byte Folded Reload
	addq	%rdx, %rcx
	movq	264(%rsp), %rdx                 # 8-byte Reload
	.p2align	4
.LBB27_182:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovups	(%rcx), %zmm0
	shlxq	%rax, %r10, %rsi
	incq	%r10
	addq	%r13, %rcx
	incq	%rdx
	vmovups	%zmm0, (%r8,%rsi,4)
	jne	.LBB27_182
	jmp	.LBB27_183
.LBB27_194:                             #   in Loop: Header=BB27_145 Depth=3
	movq	232(%rsp), %rdx                 # 8-byte Reload
	movq	%r14, %rcx
	imulq	72(%rsp), %rcx                  # 8-byte Folded Reload
	movq	%rbp, 8(%rsp)                   # 8-byte Spill
	movq	128(%rsp), %rsi                 # 8-byte Reload
	movq	312(%rsp), %rdi                 # 8-byte Reload
	movq	296(%rsp), %r9                  # 8-byte Reload
	movq	240(%rsp), %r11                 # 8-byte Reload
	movq	248(%rsp), %rbx                 # 8-byte Reload
	movq	320(%rsp), %r15                 # 8-byte Reload
	movq	344(%rsp), %rbp                 # 8-byte Reload
	xorl	%r10d, %r10d
	movq	%rdx, 24(%rsp)                  # 8-byte Spill
	movq	%rax, %rdx
	movq	304(%rsp), %rax                 # 8-byte Reload
	.p2align	4
.LBB27_195:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovups	(%rsi,%rcx), %zmm0
	movq	%rsi, 48(%rsp)                  # 8-byte Spill
	movq	24(%rsp), %rsi                  # 8-byte Reload
	movq	%r10, %r12
	shlxq	%rdx, %r10, %r10
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	1(%r12), %r10
	vmovups	(%rsi,%rcx), %zmm0
	shlxq	%rdx, %r10, %r10
	addq	%rbp, %rsi
	movq	%rsi, 24(%rsp)                  # 8-byte Spill
	movq	48(%rsp), %rsi                  # 8-byte Reload
	addq	%rbp, %rsi
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	2(%r12), %r10
	vmovups	(%rdi,%rcx), %zmm0
	shlxq	%rdx, %r10, %r10
	addq	%rbp, %rdi
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	3(%r12), %r10
	vmovups	(%rax,%rcx), %zmm0
	shlxq	%rdx, %r10, %r10
	addq	%rbp, %rax
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	4(%r12), %r10
	vmovups	(%r9,%rcx), %zmm0
	shlxq	%rdx, %r10, %r10
	addq	%rbp, %r9
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	5(%r12), %r10
	vmovups	(%r11,%rcx), %zmm0
	shlxq	%rdx, %r10, %r10
	addq	%rbp, %r11
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	6(%r12), %r10
	vmovups	(%rbx,%rcx), %zmm0
	shlxq	%rdx, %r10, %r10
	addq	%rbp, %rbx
	vmovups	%zmm0, (%r8,%r10,4)
	leaq	8(%r12), %r10
	addq	$7, %r12
	vmovups	(%r15,%rcx), %zmm0
	shlxq	%rdx, %r12, %r12
	addq	%rbp, %r15
	vmovups	%zmm0, (%r8,%r12,4)
	cmpq	208(%rsp), %r10                 # 8-byte Folded Reload
	jne	.LBB27_195
# %bb.196:                              #   in Loop: Header=BB27_145 Depth=3
	movq	8(%rsp), %rbp                   # 8-byte Reload
	movq	%rdx, %rax
	testb	$7, 16(%rsp)                    # 1-byte Folded Reload
	je	.LBB27_165
.LBB27_160:                             #   in Loop: Header=BB27_145 Depth=3
	movq	%r14, %rcx
	imulq	72(%rsp), %rcx                  # 8-byte Folded Reload
	movq	%r13, %rdx
	imulq	%r10, %rdx
	addq	128(%rsp), %rcx                 # 8-byte Folded Reload
	addq	%rdx, %rcx
	movq	264(%rsp), %rdx                 # 8-byte Reload
	.p2align	4
.LBB27_161:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovups	(%rcx), %zmm0
	shlxq	%rax, %r10, %rsi
	incq	%r10
	addq	%r13, %rcx
	incq	%rdx
	vmovups	%zmm0, (%r8,%rsi,4)
	jne	.LBB27_161
	jmp	.LBB27_165
.LBB27_208:                             #   in Loop: Header=BB27_145 Depth=3
	movq	72(%rsp), %r8                   # 8-byte Reload
	movq	128(%rsp), %rcx                 # 8-byte Reload
	movq	%r14, %rdx
	imulq	%r8, %rdx
	leaq	(%rcx,%rdx), %rsi
	movq	112(%rsp), %rcx                 # 8-byte Reload
	addq	232(%rsp), %rdx                 # 8-byte Folded Reload
	leaq	(%rcx,%r8,4), %r8
	xorl	%ecx, %ecx
	imulq	%r9, %r8
	addq	176(%rsp), %r8                  # 8-byte Folded Reload
	.p2align	4
.LBB27_209:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Loop Header: Depth=4
                                        #           Child Loop BB27_210 Depth 5
                                        #           Child Loop BB27_212 Depth 5
	shlxq	%rax, %rcx, %r9
	movq	%rsi, %r10
	xorl	%r11d, %r11d
	leaq	(%r8,%r9,4), %r9
	.p2align	4
.LBB27_210:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        #         Parent Loop BB27_209 Depth=4
                                        # =>        This Inner Loop Header: Depth=5
	vmovss	(%r10), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	leaq	(%r10,%r14), %rbx
	vmovss	%xmm0, -16(%r9,%r11,4)
	vmovss	(%r10,%r14), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r12, %r10
	vmovss	%xmm0, -12(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -8(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -4(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, (%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, 4(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, 8(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 12(%r9,%r11,4)
	addq	$8, %r11
	cmpq	%r11, %rbp
	jne	.LBB27_210
# %bb.211:                              #   in Loop: Header=BB27_209 Depth=4
	movq	%rcx, %r9
	orq	$1, %r9
	movq	%rdx, %r10
	xorl	%r11d, %r11d
	shlxq	%rax, %r9, %r9
	leaq	(%r8,%r9,4), %r9
	.p2align	4
.LBB27_212:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        #         Parent Loop BB27_209 Depth=4
                                        # =>        This Inner Loop Header: Depth=5
	vmovss	(%r10), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	leaq	(%r10,%r14), %rbx
	vmovss	%xmm0, -16(%r9,%r11,4)
	vmovss	(%r10,%r14), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r12, %r10
	vmovss	%xmm0, -12(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -8(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -4(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, (%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, 4(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, 8(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 12(%r9,%r11,4)
	addq	$8, %r11
	cmpq	%r11, %rbp
	jne	.LBB27_212
# %bb.213:                              #   in Loop: Header=BB27_209 Depth=4
	movq	432(%rsp), %r9                  # 8-byte Reload
	addq	$2, %rcx
	addq	%r9, %rsi
	addq	%r9, %rdx
	cmpq	536(%rsp), %rcx                 # 8-byte Folded Reload
	jne	.LBB27_209
.LBB27_162:                             #   in Loop: Header=BB27_145 Depth=3
	testb	$1, 336(%rsp)                   # 1-byte Folded Reload
	movq	352(%rsp), %r8                  # 8-byte Reload
	je	.LBB27_165
# %bb.163:                              #   in Loop: Header=BB27_145 Depth=3
	movq	%r13, %rsi
	shlxq	%rax, %rcx, %rdx
	imulq	%rcx, %rsi
	imulq	200(%rsp), %rcx                 # 8-byte Folded Reload
	leaq	(%rdi,%rcx,4), %rax
	movq	72(%rsp), %rdi                  # 8-byte Reload
	movq	%r14, %rcx
	imulq	%rdi, %rcx
	addq	%rsi, %rcx
	movq	112(%rsp), %rsi                 # 8-byte Reload
	addq	128(%rsp), %rcx                 # 8-byte Folded Reload
	leaq	(%rsi,%rdi,4), %rsi
	imulq	16(%rsp), %rsi                  # 8-byte Folded Reload
	leaq	(%rsi,%rdx,4), %rdx
	addq	176(%rsp), %rdx                 # 8-byte Folded Reload
	xorl	%esi, %esi
	.p2align	4
.LBB27_164:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%rcx), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	movq	%rsi, %rdi
	orq	$1, %rdi
	movq	%rsi, %r9
	orq	$2, %r9
	addq	%r12, %rcx
	imulq	%r15, %rdi
	imulq	%r15, %r9
	vmovss	%xmm0, -16(%rdx,%rsi,4)
	vmovss	(%rax,%rdi,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	movq	%rsi, %rdi
	orq	$3, %rdi
	imulq	%r15, %rdi
	vmovss	%xmm0, -12(%rdx,%rsi,4)
	vmovss	(%rax,%r9,4), %xmm0             # xmm0 = mem[0],zero,zero,zero
	movq	%rsi, %r9
	orq	$4, %r9
	imulq	%r15, %r9
	vmovss	%xmm0, -8(%rdx,%rsi,4)
	vmovss	(%rax,%rdi,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	movq	%rsi, %rdi
	orq	$5, %rdi
	imulq	%r15, %rdi
	vmovss	%xmm0, -4(%rdx,%rsi,4)
	vmovss	(%rax,%r9,4), %xmm0             # xmm0 = mem[0],zero,zero,zero
	movq	%rsi, %r9
	orq	$6, %r9
	imulq	%r15, %r9
	vmovss	%xmm0, (%rdx,%rsi,4)
	vmovss	(%rax,%rdi,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	movq	%rsi, %rdi
	orq	$7, %rdi
	imulq	%r15, %rdi
	vmovss	%xmm0, 4(%rdx,%rsi,4)
	vmovss	(%rax,%r9,4), %xmm0             # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 8(%rdx,%rsi,4)
	vmovss	(%rax,%rdi,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 12(%rdx,%rsi,4)
	addq	$8, %rsi
	cmpq	%rsi, %rbp
	jne	.LBB27_164
	.p2align	4
.LBB27_165:                             #   in Loop: Header=BB27_145 Depth=3
	cmpq	%rbp, 32(%rsp)                  # 8-byte Folded Reload
	jl	.LBB27_285
# %bb.166:                              #   in Loop: Header=BB27_145 Depth=3
	movq	%rbp, %rsi
	movq	16(%rsp), %rbp                  # 8-byte Reload
	movq	64(%rsp), %rcx                  # 8-byte Reload
	je	.LBB27_183
# %bb.167:                              #   in Loop: Header=BB27_145 Depth=3
	movq	312(%rsp), %r9                  # 8-byte Reload
	movq	304(%rsp), %rdi                 # 8-byte Reload
	movq	40(%rsp), %rdx                  # 8-byte Reload
	xorl	%eax, %eax
	cmpq	$17, %rcx
	movq	72(%rsp), %rcx                  # 8-byte Reload
	movq	128(%rsp), %r11                 # 8-byte Reload
	movq	232(%rsp), %r15                 # 8-byte Reload
	setge	%al
	orq	$4, %rax
	movq	%r9, 24(%rsp)                   # 8-byte Spill
	movq	%rdi, 48(%rsp)                  # 8-byte Spill
	movq	296(%rsp), %r9                  # 8-byte Reload
	movq	240(%rsp), %rdi                 # 8-byte Reload
	shlq	$6, %rdx
	leaq	(%rdx,%rcx,4), %rcx
	imulq	144(%rsp), %rcx                 # 8-byte Folded Reload
	movq	%r9, 64(%rsp)                   # 8-byte Spill
	movq	%rdi, 40(%rsp)                  # 8-byte Spill
	movq	248(%rsp), %r9                  # 8-byte Reload
	movq	320(%rsp), %rdi                 # 8-byte Reload
	leaq	(%r11,%rcx), %r10
	movq	%r9, 88(%rsp)                   # 8-byte Spill
	movq	%rdi, 80(%rsp)                  # 8-byte Spill
	jmp	.LBB27_168
	.p2align	4
.LBB27_175:                             #   in Loop: Header=BB27_168 Depth=4
	movq	8(%rsp), %rsi                   # 8-byte Reload
	addq	%r14, 80(%rsp)                  # 8-byte Folded Spill
	addq	%r14, 88(%rsp)                  # 8-byte Folded Spill
	addq	%r14, 40(%rsp)                  # 8-byte Folded Spill
	addq	%r14, 64(%rsp)                  # 8-byte Folded Spill
	addq	%r14, 48(%rsp)                  # 8-byte Folded Spill
	addq	%r14, 24(%rsp)                  # 8-byte Folded Spill
	addq	%r14, %r15
	addq	%r14, %r11
	addq	%r14, %r10
	incq	%rsi
	cmpq	%r9, %rsi
	je	.LBB27_183
.LBB27_168:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        # =>      This Loop Header: Depth=4
                                        #           Child Loop BB27_187 Depth 5
                                        #           Child Loop BB27_174 Depth 5
	movq	32(%rsp), %r9                   # 8-byte Reload
	movq	%rsi, 8(%rsp)                   # 8-byte Spill
	cmpq	%r9, %rsi
	je	.LBB27_286
# %bb.169:                              #   in Loop: Header=BB27_168 Depth=4
	cmpq	$0, 136(%rsp)                   # 8-byte Folded Reload
	je	.LBB27_175
# %bb.170:                              #   in Loop: Header=BB27_168 Depth=4
	movq	8(%rsp), %rdx                   # 8-byte Reload
	cmpq	$7, 56(%rsp)                    # 8-byte Folded Reload
	leaq	(%r8,%rdx,4), %rbx
	jae	.LBB27_186
# %bb.171:                              #   in Loop: Header=BB27_168 Depth=4
	xorl	%r12d, %r12d
	testb	$7, %bpl
	jne	.LBB27_173
	jmp	.LBB27_175
	.p2align	4
.LBB27_186:                             #   in Loop: Header=BB27_168 Depth=4
	movq	%r10, 216(%rsp)                 # 8-byte Spill
	movq	%r11, 456(%rsp)                 # 8-byte Spill
	movq	%r11, %rsi
	movq	%r15, 360(%rsp)                 # 8-byte Spill
	movq	%r15, %rdi
	movq	24(%rsp), %r8                   # 8-byte Reload
	movq	48(%rsp), %r9                   # 8-byte Reload
	movq	64(%rsp), %r10                  # 8-byte Reload
	movq	40(%rsp), %r11                  # 8-byte Reload
	movq	88(%rsp), %r13                  # 8-byte Reload
	movq	80(%rsp), %r15                  # 8-byte Reload
	movq	208(%rsp), %rbp                 # 8-byte Reload
	movq	344(%rsp), %r14                 # 8-byte Reload
	xorl	%r12d, %r12d
	.p2align	4
.LBB27_187:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        #         Parent Loop BB27_168 Depth=4
                                        # =>        This Inner Loop Header: Depth=5
	vmovss	(%rsi,%rcx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	movq	%r12, %rdx
	shlxq	%rax, %r12, %r12
	addq	%r14, %rsi
	vmovss	%xmm0, (%rbx,%r12,4)
	leaq	1(%rdx), %r12
	vmovss	(%rdi,%rcx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %r12, %r12
	addq	%r14, %rdi
	vmovss	%xmm0, (%rbx,%r12,4)
	leaq	2(%rdx), %r12
	vmovss	(%r8,%rcx), %xmm0               # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %r12, %r12
	addq	%r14, %r8
	vmovss	%xmm0, (%rbx,%r12,4)
	leaq	3(%rdx), %r12
	vmovss	(%r9,%rcx), %xmm0               # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %r12, %r12
	addq	%r14, %r9
	vmovss	%xmm0, (%rbx,%r12,4)
	leaq	4(%rdx), %r12
	vmovss	(%r10,%rcx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %r12, %r12
	addq	%r14, %r10
	vmovss	%xmm0, (%rbx,%r12,4)
	leaq	5(%rdx), %r12
	vmovss	(%r11,%rcx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %r12, %r12
	addq	%r14, %r11
	vmovss	%xmm0, (%rbx,%r12,4)
	leaq	6(%rdx), %r12
	vmovss	(%r13,%rcx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %r12, %r12
	addq	%r14, %r13
	vmovss	%xmm0, (%rbx,%r12,4)
	leaq	8(%rdx), %r12
	addq	$7, %rdx
	vmovss	(%r15,%rcx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %rdx, %rdx
	addq	%r14, %r15
	vmovss	%xmm0, (%rbx,%rdx,4)
	cmpq	%rbp, %r12
	jne	.LBB27_187
# %bb.188:                              #   in Loop: Header=BB27_168 Depth=4
	movq	96(%rsp), %r13                  # 8-byte Reload
	movq	16(%rsp), %rbp                  # 8-byte Reload
	movq	120(%rsp), %r14                 # 8-byte Reload
	movq	32(%rsp), %r9                   # 8-byte Reload
	movq	352(%rsp), %r8                  # 8-byte Reload
	movq	216(%rsp), %r10                 # 8-byte Reload
	movq	456(%rsp), %r11                 # 8-byte Reload
	movq	360(%rsp), %r15                 # 8-byte Reload
	testb	$7, %bpl
	je	.LBB27_175
.LBB27_173:                             #   in Loop: Header=BB27_168 Depth=4
	movq	264(%rsp), %rsi                 # 8-byte Reload
	movq	%r13, %rdx
	imulq	%r12, %rdx
	addq	%r10, %rdx
	.p2align	4
.LBB27_174:                             #   Parent Loop BB27_112 Depth=1
                                        #     Parent Loop BB27_140 Depth=2
                                        #       Parent Loop BB27_145 Depth=3
                                        #         Parent Loop BB27_168 Depth=4
                                        # =>        This Inner Loop Header: Depth=5
	vmovss	(%rdx), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %r12, %rdi
	incq	%r12
	addq	%r13, %rdx
	incq	%rsi
	vmovss	%xmm0, (%rbx,%rdi,4)
	jne	.LBB27_174
	jmp	.LBB27_175
.LBB27_201:
	movq	368(%rsp), %rcx                 # 8-byte Reload
	movq	512(%rsp), %rdx                 # 8-byte Reload
	movq	72(%rsp), %rsi                  # 8-byte Reload
	cmpq	%rdx, %rcx
	cmovlq	%rcx, %rdx
	movq	192(%rsp), %rcx                 # 8-byte Reload
	shlq	$2, %rsi
	leaq	(%rsi,%rcx,4), %rcx
	movq	184(%rsp), %rsi                 # 8-byte Reload
	imulq	%rdx, %rcx
	addq	%rcx, %rsi
	leaq	(%rsi,%rbx,4), %rcx
	.p2align	4
.LBB27_202:                             # =>This Inner Loop Header: Depth=1
	vmovups	-192(%rax), %zmm0
	vmovups	-128(%rax), %zmm1
	vmovups	-64(%rax), %zmm2
	vmovups	(%rax), %zmm3
	addq	$256, %rax                      # imm = 0x100
	vmovups	%zmm0, (%rcx)
	vmovups	%zmm1, 64(%rcx)
	vmovups	%zmm2, 128(%rcx)
	vmovups	%zmm3, 192(%rcx)
	addq	$256, %rcx                      # imm = 0x100
	jmp	.LBB27_202
.LBB27_116:
	movq	168(%rsp), %rdi                 # 8-byte Reload
	testq	%rdi, %rdi
	je	.LBB27_118
# %bb.117:
	vzeroupper
	callq	free@PLT
.LBB27_118:
	movq	%fs:40, %rax
	cmpq	1216(%rsp), %rax
	jne	.LBB27_460
# %bb.119:
	addq	$1224, %rsp                     # imm = 0x4C8
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB27_32:
	.cfi_def_cfa_offset 1280
	movq	%rax, %rcx
	addq	$16, %rcx
	jo	.LBB27_73
# %bb.33:
	decq	%rcx
	xorl	%esi, %esi
	movq	$0, 360(%rsp)                   # 8-byte Folded Spill
	shrq	$4, %rcx
	movq	%rcx, 208(%rsp)                 # 8-byte Spill
	jmp	.LBB27_34
	.p2align	4
.LBB27_62:                              #   in Loop: Header=BB27_34 Depth=1
	movq	456(%rsp), %rax                 # 8-byte Reload
	movq	208(%rsp), %rcx                 # 8-byte Reload
	addq	$64, 360(%rsp)                  # 8-byte Folded Spill
	movq	%rax, %rsi
	cmpq	%rcx, %rax
	movq	328(%rsp), %rax                 # 8-byte Reload
	je	.LBB27_118
.LBB27_34:                              # =>This Loop Header: Depth=1
                                        #     Child Loop BB27_39 Depth 2
                                        #       Child Loop BB27_42 Depth 3
                                        #         Child Loop BB27_72 Depth 4
                                        #         Child Loop BB27_67 Depth 4
	movabsq	$576460752303423487, %rdx       # imm = 0x7FFFFFFFFFFFFFF
	cmpq	%rdx, %rsi
	je	.LBB27_74
# %bb.35:                               #   in Loop: Header=BB27_34 Depth=1
	leaq	1(%rsi), %rdx
	shlq	$4, %rsi
	movq	%rdx, %rdi
	shlq	$4, %rdi
	cmpq	%rax, %rdi
	cmovgeq	%rax, %rdi
	movq	%rdi, 56(%rsp)                  # 8-byte Spill
	cmpq	%rsi, %rdi
	jl	.LBB27_75
# %bb.36:                               #   in Loop: Header=BB27_34 Depth=1
	movq	%rdx, 456(%rsp)                 # 8-byte Spill
	je	.LBB27_62
# %bb.37:                               #   in Loop: Header=BB27_34 Depth=1
	movq	8(%rbx), %rax
	movq	%rax, 24(%rsp)                  # 8-byte Spill
	testq	%rax, %rax
	js	.LBB27_76
# %bb.38:                               #   in Loop: Header=BB27_34 Depth=1
	cmpb	$0, 112(%rbx)
	movq	104(%rbx), %rax
	setne	%cl
	orq	96(%rbx), %rax
	setne	%al
	orb	%cl, %al
	movq	360(%rsp), %rcx                 # 8-byte Reload
	movb	%al, 216(%rsp)                  # 1-byte Spill
	movq	%rcx, 80(%rsp)                  # 8-byte Spill
	jmp	.LBB27_39
	.p2align	4
.LBB27_61:                              #   in Loop: Header=BB27_39 Depth=2
	movq	96(%rsp), %rsi                  # 8-byte Reload
	addq	$4, 80(%rsp)                    # 8-byte Folded Spill
	incq	%rsi
	cmpq	56(%rsp), %rsi                  # 8-byte Folded Reload
	je	.LBB27_62
.LBB27_39:                              #   Parent Loop BB27_34 Depth=1
                                        # =>  This Loop Header: Depth=2
                                        #       Child Loop BB27_42 Depth 3
                                        #         Child Loop BB27_72 Depth 4
                                        #         Child Loop BB27_67 Depth 4
	cmpq	$0, 24(%rsp)                    # 8-byte Folded Reload
	movq	%rsi, 96(%rsp)                  # 8-byte Spill
	je	.LBB27_59
# %bb.40:                               #   in Loop: Header=BB27_39 Depth=2
	movq	16(%rbx), %rcx
	testq	%rcx, %rcx
	js	.LBB27_77
# %bb.41:                               #   in Loop: Header=BB27_39 Depth=2
	movq	80(%rbx), %rdx
	movzbl	88(%rbx), %eax
	movq	%rcx, %rdi
	xorl	%esi, %esi
	xorl	%r8d, %r8d
	movq	%rcx, 136(%rsp)                 # 8-byte Spill
	imulq	96(%rsp), %rdx                  # 8-byte Folded Reload
	movb	%al, 64(%rsp)                   # 1-byte Spill
	movl	%ecx, %eax
	andl	$7, %eax
	movq	%rax, 48(%rsp)                  # 8-byte Spill
	movabsq	$9223372036854775800, %rax      # imm = 0x7FFFFFFFFFFFFFF8
	andq	%rax, %rdi
	shlq	$2, %rdx
	addq	72(%rbx), %rdx
	movq	%rdx, 16(%rsp)                  # 8-byte Spill
	jmp	.LBB27_42
	.p2align	4
.LBB27_70:                              #   in Loop: Header=BB27_42 Depth=3
	vmovss	%xmm0, (%rdx,%r8,4)
	incq	%r8
	addq	$4, %rsi
	cmpq	24(%rsp), %r8                   # 8-byte Folded Reload
	je	.LBB27_59
.LBB27_42:                              #   Parent Loop BB27_34 Depth=1
                                        #     Parent Loop BB27_39 Depth=2
                                        # =>    This Loop Header: Depth=3
                                        #         Child Loop BB27_72 Depth 4
                                        #         Child Loop BB27_67 Depth 4
	testq	%rcx, %rcx
	je	.LBB27_43
# %bb.63:                               #   in Loop: Header=BB27_42 Depth=3
	movq	32(%rbx), %rax
	movq	64(%rbx), %r14
	movq	24(%rbx), %r10
	movq	40(%rbx), %r11
	movq	48(%rbx), %r12
	movq	56(%rbx), %rbp
	movq	%r8, 32(%rsp)                   # 8-byte Spill
	movq	%rsi, 8(%rsp)                   # 8-byte Spill
	movq	%rax, 40(%rsp)                  # 8-byte Spill
	movq	%r14, 88(%rsp)                  # 8-byte Spill
	cmpq	$8, %rcx
	jae	.LBB27_71
# %bb.64:                               #   in Loop: Header=BB27_42 Depth=3
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%r13d, %r13d
	jmp	.LBB27_65
	.p2align	4
.LBB27_43:                              #   in Loop: Header=BB27_42 Depth=3
	vxorps	%xmm0, %xmm0, %xmm0
	jmp	.LBB27_68
	.p2align	4
.LBB27_71:                              #   in Loop: Header=BB27_42 Depth=3
	imulq	%rsi, %r14
	movq	80(%rsp), %rsi                  # 8-byte Reload
	leaq	(,%rbp,4), %rbx
	movq	%rbp, %rdx
	movq	%r11, %rcx
	shlq	$5, %rdx
	shlq	$5, %rcx
	vxorps	%xmm0, %xmm0, %xmm0
	xorl	%r13d, %r13d
	addq	%r12, %r14
	imulq	%rax, %rsi
	leaq	(,%r11,4), %rax
	addq	%r10, %rsi
	.p2align	4
.LBB27_72:                              #   Parent Loop BB27_34 Depth=1
                                        #     Parent Loop BB27_39 Depth=2
                                        #       Parent Loop BB27_42 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%rsi), %xmm1                   # xmm1 = mem[0],zero,zero,zero
	leaq	(%rsi,%rax), %r15
	leaq	(%r14,%rbx), %r8
	leaq	(%rax,%rax), %r9
	addq	$8, %r13
	vmulss	(%r14), %xmm1, %xmm1
	addq	%rax, %r15
	addq	%rbx, %r8
	addq	%r15, %r9
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%rsi,%r11,4), %xmm1            # xmm1 = mem[0],zero,zero,zero
	vmulss	(%r14,%rbp,4), %xmm1, %xmm1
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%rsi,%r11,8), %xmm1            # xmm1 = mem[0],zero,zero,zero
	addq	%rcx, %rsi
	vmulss	(%r14,%rbp,8), %xmm1, %xmm1
	addq	%rdx, %r14
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%r15,%r11,4), %xmm1            # xmm1 = mem[0],zero,zero,zero
	vmulss	(%r8,%rbp,4), %xmm1, %xmm1
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%r15,%r11,8), %xmm1            # xmm1 = mem[0],zero,zero,zero
	leaq	(%rbx,%rbx), %r15
	vmulss	(%r8,%rbp,8), %xmm1, %xmm1
	addq	%r8, %r15
	leaq	(%r9,%r11,4), %r8
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%r9,%r11,4), %xmm1             # xmm1 = mem[0],zero,zero,zero
	leaq	(%r15,%rbp,4), %r9
	vmulss	(%r15,%rbp,4), %xmm1, %xmm1
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%rax,%r8), %xmm1               # xmm1 = mem[0],zero,zero,zero
	addq	%rax, %r8
	vmulss	(%rbx,%r9), %xmm1, %xmm1
	addq	%rbx, %r9
	vaddss	%xmm1, %xmm0, %xmm0
	vmovss	(%rax,%r8), %xmm1               # xmm1 = mem[0],zero,zero,zero
	vmulss	(%rbx,%r9), %xmm1, %xmm1
	vaddss	%xmm1, %xmm0, %xmm0
	cmpq	%r13, %rdi
	jne	.LBB27_72
.LBB27_65:                              #   in Loop: Header=BB27_42 Depth=3
	cmpq	$0, 48(%rsp)                    # 8-byte Folded Reload
	movq	544(%rsp), %rbx                 # 8-byte Reload
	movq	136(%rsp), %rcx                 # 8-byte Reload
	movq	16(%rsp), %rdx                  # 8-byte Reload
	movq	8(%rsp), %rsi                   # 8-byte Reload
	movq	32(%rsp), %r8                   # 8-byte Reload
	je	.LBB27_68
# %bb.66:                               #   in Loop: Header=BB27_42 Depth=3
	movq	88(%rsp), %r9                   # 8-byte Reload
	shlq	$2, %r13
	movq	%r13, %rax
	imulq	%rbp, %rax
	imulq	%r11, %r13
	shlq	$2, %rbp
	shlq	$2, %r11
	imulq	%rsi, %r9
	addq	%rax, %r9
	movq	48(%rsp), %rax                  # 8-byte Reload
	addq	%r9, %r12
	movq	40(%rsp), %r9                   # 8-byte Reload
	imulq	80(%rsp), %r9                   # 8-byte Folded Reload
	addq	%r13, %r9
	addq	%r9, %r10
	.p2align	4
.LBB27_67:                              #   Parent Loop BB27_34 Depth=1
                                        #     Parent Loop BB27_39 Depth=2
                                        #       Parent Loop BB27_42 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%r10), %xmm1                   # xmm1 = mem[0],zero,zero,zero
	addq	%r11, %r10
	vmulss	(%r12), %xmm1, %xmm1
	addq	%rbp, %r12
	decq	%rax
	vaddss	%xmm1, %xmm0, %xmm0
	jne	.LBB27_67
.LBB27_68:                              #   in Loop: Header=BB27_42 Depth=3
	testb	$1, 64(%rsp)                    # 1-byte Folded Reload
	je	.LBB27_70
# %bb.69:                               #   in Loop: Header=BB27_42 Depth=3
	vaddss	(%rdx,%r8,4), %xmm0, %xmm0
	jmp	.LBB27_70
	.p2align	4
.LBB27_59:                              #   in Loop: Header=BB27_39 Depth=2
	cmpb	$0, 216(%rsp)                   # 1-byte Folded Reload
	je	.LBB27_61
# %bb.60:                               #   in Loop: Header=BB27_39 Depth=2
	movq	96(%rsp), %rsi                  # 8-byte Reload
	movq	24(%rsp), %r8                   # 8-byte Reload
	movl	$1, %edx
	movq	%rbx, %rdi
	xorl	%ecx, %ecx
	callq	($s16SwiftgradKernels12TileEpilogueO3run33_D4B467495C0F5B92A3FDFF4F4D85CD1ALLyyAA13MatrixProductVy6Vector_6ScalarQZG_S4itFZAA16WideRegisterFileOyAA6F32x16VG_Tt4g5)
	jmp	.LBB27_61
.LBB27_19:
	movq	992(%rsp), %rcx
	movq	328(%rsp), %rax                 # 8-byte Reload
	movq	%rcx, 168(%rsp)                 # 8-byte Spill
	testq	%rcx, %rcx
	je	.LBB27_23
# %bb.20:
	movq	224(%rsp), %rax                 # 8-byte Reload
	cmpq	$1, %rax
	jle	.LBB27_21
# %bb.78:
	movq	280(%rsp), %rax                 # 8-byte Reload
	movq	480(%rsp), %r8                  # 8-byte Reload
	movq	472(%rsp), %r9                  # 8-byte Reload
	movq	272(%rsp), %rdi                 # 8-byte Reload
	movq	(%rax), %r10
	movq	416(%rsp), %rax                 # 8-byte Reload
	addq	%r10, %rax
	jo	.LBB27_430
# %bb.79:
	decq	%rax
	jo	.LBB27_431
# %bb.80:
	testq	%r10, %r10
	je	.LBB27_432
# %bb.81:
	movq	%rax, %rcx
	xorq	424(%rsp), %rcx                 # 8-byte Folded Reload
	movq	%r10, %rdx
	notq	%rdx
	orq	%rcx, %rdx
	je	.LBB27_457
# %bb.82:
	movq	%rax, %rcx
	orq	%r10, %rcx
	shrq	$32, %rcx
	je	.LBB27_83
# %bb.84:
	cqto
	idivq	%r10
	movq	%rax, %r11
	jmp	.LBB27_85
.LBB27_286:
	#APP
	#NO_APP
	ud2
.LBB27_21:
	movq	480(%rsp), %r8                  # 8-byte Reload
	movq	472(%rsp), %r9                  # 8-byte Reload
	xorl	%r12d, %r12d
	jmp	.LBB27_107
.LBB27_77:
	#APP
	#NO_APP
	ud2
.LBB27_83:
                                        # kill: def $eax killed $eax killed $rax
	xorl	%edx, %edx
	divl	%r10d
	movl	%eax, %r11d
.LBB27_85:
	movq	520(%rsp), %rcx                 # 8-byte Reload
	addq	$32, %rcx
	jo	.LBB27_433
# %bb.86:
	leaq	-1(%rcx), %rax
	addq	$30, %rcx
	movabsq	$-288230376151711744, %rdx      # imm = 0xFC00000000000000
	testq	%rax, %rax
	cmovnsq	%rax, %rcx
	leaq	(%r10,%rdx), %rax
	shrq	$59, %rax
	cmpl	$31, %eax
	jb	.LBB27_434
# %bb.87:
	movq	%r10, %rsi
	shlq	$5, %rsi
	je	.LBB27_435
# %bb.88:
	movq	280(%rsp), %rax                 # 8-byte Reload
	sarq	$5, %rcx
	movq	48(%rax), %rax
	movq	%rax, %rdx
	orq	%rsi, %rdx
	shrq	$32, %rdx
	je	.LBB27_89
# %bb.90:
	cqto
	idivq	%rsi
	movq	%rax, %rsi
	jmp	.LBB27_91
.LBB27_89:
                                        # kill: def $eax killed $eax killed $rax
	xorl	%edx, %edx
	divl	%esi
	movl	%eax, %esi
.LBB27_91:
	cmpq	$2, %rsi
	movl	$1, %r15d
	cmovgeq	%rsi, %r15
	addq	%r15, %rcx
	jo	.LBB27_436
# %bb.92:
	decq	%rcx
	jo	.LBB27_437
# %bb.93:
	movq	%rcx, %rax
	orq	%r15, %rax
	shrq	$32, %rax
	je	.LBB27_94
# %bb.95:
	movq	%rcx, %rax
	cqto
	idivq	%r15
	movq	%rax, %rcx
	jmp	.LBB27_96
.LBB27_94:
	movl	%ecx, %eax
	xorl	%edx, %edx
	divl	%r15d
	movl	%eax, %ecx
.LBB27_96:
	movq	224(%rsp), %rax                 # 8-byte Reload
	imulq	%rcx, %r11
	jo	.LBB27_438
# %bb.97:
	testq	%r11, %r11
	js	.LBB27_439
# %bb.98:
	movb	$1, %r12b
	je	.LBB27_108
# %bb.99:
	testq	%rcx, %rcx
	je	.LBB27_440
# %bb.100:
	movabsq	$288230376151711743, %rax       # imm = 0x3FFFFFFFFFFFFFF
	movq	%r11, 304(%rsp)                 # 8-byte Spill
	movq	%r14, 464(%rsp)                 # 8-byte Spill
	cmpq	%rax, %rsi
	jg	.LBB27_441
# %bb.101:
	movq	%r15, %rax
	shlq	$5, %rax
	movq	56(%rbx), %rsi
	movq	48(%rbx), %rdx
	movq	%r15, 240(%rsp)                 # 8-byte Spill
	shlq	$7, %r15
	movq	64(%rbx), %r12
	movq	%r10, 440(%rsp)                 # 8-byte Spill
	imulq	384(%rsp), %r10                 # 8-byte Folded Reload
	vxorps	%xmm4, %xmm4, %xmm4
	movq	%rbp, 552(%rsp)                 # 8-byte Spill
	movq	%rcx, 296(%rsp)                 # 8-byte Spill
	movq	%rax, 232(%rsp)                 # 8-byte Spill
	movq	408(%rsp), %rax                 # 8-byte Reload
	movq	%r15, 176(%rsp)                 # 8-byte Spill
	leaq	(,%rsi,4), %r15
	movq	%r12, %r9
	movq	%rsi, %r8
	shlq	$5, %r9
	shlq	$5, %r8
	leaq	(,%r12,4), %r14
	movq	%rdx, 200(%rsp)                 # 8-byte Spill
	movq	%rsi, 160(%rsp)                 # 8-byte Spill
	leaq	(,%rax,4), %rax
	movq	%r9, 136(%rsp)                  # 8-byte Spill
	movq	%r8, 16(%rsp)                   # 8-byte Spill
	shlq	$6, %r10
	movq	%rax, 528(%rsp)                 # 8-byte Spill
	movq	%r15, %rax
	negq	%rax
	movq	%r10, 184(%rsp)                 # 8-byte Spill
	movq	%rax, 96(%rsp)                  # 8-byte Spill
	leaq	192(%rdx), %rax
	movq	%rax, 400(%rsp)                 # 8-byte Spill
	movq	168(%rsp), %rax                 # 8-byte Reload
	leaq	28(%rax), %rdi
	leaq	960(%rax), %r9
	leaq	64(%rax), %r8
	addq	$192, %rax
	movq	%rax, 496(%rsp)                 # 8-byte Spill
	leaq	16(%rdx), %rax
	movq	%rdi, 392(%rsp)                 # 8-byte Spill
	leaq	64(%rdx), %rdi
	movq	%r9, 512(%rsp)                  # 8-byte Spill
	movq	%r8, 504(%rsp)                  # 8-byte Spill
	movq	%rax, 376(%rsp)                 # 8-byte Spill
	leaq	(,%rsi,8), %rax
	movq	%rdi, 368(%rsp)                 # 8-byte Spill
	movq	%rax, 344(%rsp)                 # 8-byte Spill
	xorl	%eax, %eax
	jmp	.LBB27_102
.LBB27_339:                             #   in Loop: Header=BB27_102 Depth=1
	movq	128(%rsp), %rax                 # 8-byte Reload
	movq	552(%rsp), %rbp                 # 8-byte Reload
	movq	480(%rsp), %r8                  # 8-byte Reload
	movq	472(%rsp), %r9                  # 8-byte Reload
	movq	272(%rsp), %rdi                 # 8-byte Reload
	movq	296(%rsp), %rcx                 # 8-byte Reload
	incq	%rax
	cmpq	304(%rsp), %rax                 # 8-byte Folded Reload
	je	.LBB27_340
.LBB27_102:                             # =>This Loop Header: Depth=1
                                        #     Child Loop BB27_301 Depth 2
                                        #       Child Loop BB27_411 Depth 3
                                        #         Child Loop BB27_418 Depth 4
                                        #         Child Loop BB27_415 Depth 4
                                        #       Child Loop BB27_387 Depth 3
                                        #         Child Loop BB27_402 Depth 4
                                        #         Child Loop BB27_406 Depth 4
                                        #         Child Loop BB27_391 Depth 4
                                        #         Child Loop BB27_395 Depth 4
                                        #       Child Loop BB27_380 Depth 3
                                        #       Child Loop BB27_334 Depth 3
                                        #       Child Loop BB27_397 Depth 3
                                        #       Child Loop BB27_337 Depth 3
                                        #       Child Loop BB27_369 Depth 3
                                        #       Child Loop BB27_308 Depth 3
                                        #       Child Loop BB27_363 Depth 3
                                        #         Child Loop BB27_364 Depth 4
                                        #         Child Loop BB27_366 Depth 4
                                        #       Child Loop BB27_320 Depth 3
                                        #       Child Loop BB27_346 Depth 3
                                        #         Child Loop BB27_353 Depth 4
                                        #         Child Loop BB27_348 Depth 4
                                        #       Child Loop BB27_350 Depth 3
                                        #       Child Loop BB27_317 Depth 3
                                        #       Child Loop BB27_324 Depth 3
                                        #         Child Loop BB27_342 Depth 4
                                        #         Child Loop BB27_330 Depth 4
	cmpq	424(%rsp), %rax                 # 8-byte Folded Reload
	jne	.LBB27_104
# %bb.103:                              #   in Loop: Header=BB27_102 Depth=1
	cmpq	$-1, %rcx
	je	.LBB27_456
.LBB27_104:                             #   in Loop: Header=BB27_102 Depth=1
	movq	%rax, %rdx
	orq	%rcx, %rdx
	movq	%rax, 128(%rsp)                 # 8-byte Spill
	shrq	$32, %rdx
	je	.LBB27_105
# %bb.289:                              #   in Loop: Header=BB27_102 Depth=1
	cqto
	idivq	%rcx
	movq	%rdx, %rsi
	movq	%rax, %rdi
	jmp	.LBB27_290
.LBB27_105:                             #   in Loop: Header=BB27_102 Depth=1
                                        # kill: def $eax killed $eax killed $rax
	xorl	%edx, %edx
	divl	%ecx
	movl	%edx, %esi
	movl	%eax, %edi
.LBB27_290:                             #   in Loop: Header=BB27_102 Depth=1
	movq	%rsi, %r8
	imulq	240(%rsp), %r8                  # 8-byte Folded Reload
	jo	.LBB27_442
# %bb.291:                              #   in Loop: Header=BB27_102 Depth=1
	movabsq	$-288230376151711744, %rax      # imm = 0xFC00000000000000
	movabsq	$-576460752303423488, %rdx      # imm = 0xF800000000000000
	addq	%r8, %rax
	cmpq	%rdx, %rax
	jb	.LBB27_443
# %bb.292:                              #   in Loop: Header=BB27_102 Depth=1
	movq	%r8, %rax
	shlq	$5, %rax
	movq	%rax, %r10
	addq	232(%rsp), %r10                 # 8-byte Folded Reload
	jo	.LBB27_444
# %bb.293:                              #   in Loop: Header=BB27_102 Depth=1
	movq	520(%rsp), %rcx                 # 8-byte Reload
	cmpq	%rcx, %r10
	cmovgeq	%rcx, %r10
	cmpq	%rax, %r10
	jl	.LBB27_445
# %bb.294:                              #   in Loop: Header=BB27_102 Depth=1
	movq	%rdi, %rdx
	imulq	440(%rsp), %rdx                 # 8-byte Folded Reload
	jo	.LBB27_446
# %bb.295:                              #   in Loop: Header=BB27_102 Depth=1
	movq	416(%rsp), %rbx                 # 8-byte Reload
	subq	%rdx, %rbx
	jo	.LBB27_447
# %bb.296:                              #   in Loop: Header=BB27_102 Depth=1
	movq	440(%rsp), %rcx                 # 8-byte Reload
	movq	288(%rsp), %r11                 # 8-byte Reload
	cmpq	%rcx, %rbx
	cmovgeq	%rcx, %rbx
	addq	%rdx, %r11
	jo	.LBB27_448
# %bb.297:                              #   in Loop: Header=BB27_102 Depth=1
	movq	408(%rsp), %rcx                 # 8-byte Reload
	movq	%rdx, 536(%rsp)                 # 8-byte Spill
	movq	%r8, 320(%rsp)                  # 8-byte Spill
	addq	%rax, %rcx
	jo	.LBB27_449
# %bb.298:                              #   in Loop: Header=BB27_102 Depth=1
	subq	%rax, %r10
	jo	.LBB27_450
# %bb.299:                              #   in Loop: Header=BB27_102 Depth=1
	testq	%r10, %r10
	jle	.LBB27_339
# %bb.300:                              #   in Loop: Header=BB27_102 Depth=1
	movq	%r11, %rdx
	imulq	160(%rsp), %rdx                 # 8-byte Folded Reload
	movq	%rdi, %r9
	movq	200(%rsp), %rdi                 # 8-byte Reload
	imulq	%r12, %rcx
	imulq	%rbx, %rax
	movl	$1, %r13d
	movq	%rbx, %rbp
	movl	%ebx, %r8d
	movq	%r10, 352(%rsp)                 # 8-byte Spill
	movq	%rbx, 24(%rsp)                  # 8-byte Spill
	leaq	(%rdi,%rdx,4), %rdx
	leaq	(%rdx,%rcx,4), %rcx
	movq	168(%rsp), %rdx                 # 8-byte Reload
	movq	%rcx, 360(%rsp)                 # 8-byte Spill
	movq	536(%rsp), %rcx                 # 8-byte Reload
	imulq	624(%rsp), %rcx                 # 8-byte Folded Reload
	cmpq	$2, %rbx
	cmovgeq	%rbx, %r13
	imulq	184(%rsp), %r9                  # 8-byte Folded Reload
	imulq	176(%rsp), %rsi                 # 8-byte Folded Reload
	andl	$7, %r8d
	movq	%r13, 264(%rsp)                 # 8-byte Spill
	movq	%r8, 64(%rsp)                   # 8-byte Spill
                                        # kill: def $r8d killed $r8d killed $r8 def $r8
	shll	$7, %r8d
	movq	%r8, 456(%rsp)                  # 8-byte Spill
	leaq	(%rdx,%rcx,4), %rcx
	addq	%r9, %rdx
	movq	%rsi, 144(%rsp)                 # 8-byte Spill
	movq	%rdx, 448(%rsp)                 # 8-byte Spill
	movq	%r15, %rdx
	imulq	%r11, %rdx
	leaq	(%rcx,%rax,4), %rax
	movq	%rax, 208(%rsp)                 # 8-byte Spill
	leaq	(%rdx,%rdi), %rax
	movq	%rax, 152(%rsp)                 # 8-byte Spill
	movabsq	$9223372036854775800, %rax      # imm = 0x7FFFFFFFFFFFFFF8
	leaq	6(%rax), %rcx
	andq	%rax, %rbp
	andq	%r13, %rcx
	movq	392(%rsp), %r13                 # 8-byte Reload
	movq	%rcx, 72(%rsp)                  # 8-byte Spill
	movq	400(%rsp), %rcx                 # 8-byte Reload
	leaq	(%rcx,%rdx), %rax
	movq	512(%rsp), %rcx                 # 8-byte Reload
	addq	376(%rsp), %rdx                 # 8-byte Folded Reload
	movq	%rax, 336(%rsp)                 # 8-byte Spill
	leaq	(%r13,%r9), %rax
	movq	504(%rsp), %r13                 # 8-byte Reload
	movq	%rax, 256(%rsp)                 # 8-byte Spill
	leaq	(%rcx,%r9), %rax
	leaq	4(,%r11,4), %rcx
	imulq	160(%rsp), %rcx                 # 8-byte Folded Reload
	movq	%rdx, 248(%rsp)                 # 8-byte Spill
	movq	528(%rsp), %rdx                 # 8-byte Reload
	shlq	$2, %r11
	movq	%rax, 192(%rsp)                 # 8-byte Spill
	leaq	(%r13,%r9), %rax
	addq	496(%rsp), %r9                  # 8-byte Folded Reload
	movq	%r11, 432(%rsp)                 # 8-byte Spill
	movq	%rax, 312(%rsp)                 # 8-byte Spill
	leaq	(%rdx,%rsi), %rax
	xorl	%esi, %esi
	movq	%r9, 112(%rsp)                  # 8-byte Spill
	movq	%rax, 120(%rsp)                 # 8-byte Spill
	addq	%rdi, %rcx
	movq	%rcx, 488(%rsp)                 # 8-byte Spill
	leaq	-1(%rbx), %rcx
	movq	%rcx, 32(%rsp)                  # 8-byte Spill
	jmp	.LBB27_301
.LBB27_378:                             #   in Loop: Header=BB27_301 Depth=2
	movq	%r12, %rsi
	movq	%rbx, %rcx
	vzeroupper
	callq	($s16SwiftgradKernels7PackingO14transposeGroup33_BBD12EC23CA21D7A0861DF8BBA6EBD14LL____2to_ySPy6Vector_6ScalarQZG_S3iSpyAIGSitFZAA16WideRegisterFileOyAA6F32x16VG_Tt5g5)
	vxorps	%xmm4, %xmm4, %xmm4
	.p2align	4
.LBB27_338:                             #   in Loop: Header=BB27_301 Depth=2
	movq	40(%rsp), %rsi                  # 8-byte Reload
	movq	352(%rsp), %r10                 # 8-byte Reload
	addq	8(%rsp), %rsi                   # 8-byte Folded Reload
	cmpq	%r10, %rsi
	jge	.LBB27_339
.LBB27_301:                             #   Parent Loop BB27_102 Depth=1
                                        # =>  This Loop Header: Depth=2
                                        #       Child Loop BB27_411 Depth 3
                                        #         Child Loop BB27_418 Depth 4
                                        #         Child Loop BB27_415 Depth 4
                                        #       Child Loop BB27_387 Depth 3
                                        #         Child Loop BB27_402 Depth 4
                                        #         Child Loop BB27_406 Depth 4
                                        #         Child Loop BB27_391 Depth 4
                                        #         Child Loop BB27_395 Depth 4
                                        #       Child Loop BB27_380 Depth 3
                                        #       Child Loop BB27_334 Depth 3
                                        #       Child Loop BB27_397 Depth 3
                                        #       Child Loop BB27_337 Depth 3
                                        #       Child Loop BB27_369 Depth 3
                                        #       Child Loop BB27_308 Depth 3
                                        #       Child Loop BB27_363 Depth 3
                                        #         Child Loop BB27_364 Depth 4
                                        #         Child Loop BB27_366 Depth 4
                                        #       Child Loop BB27_320 Depth 3
                                        #       Child Loop BB27_346 Depth 3
                                        #         Child Loop BB27_353 Depth 4
                                        #         Child Loop BB27_348 Depth 4
                                        #       Child Loop BB27_350 Depth 3
                                        #       Child Loop BB27_317 Depth 3
                                        #       Child Loop BB27_324 Depth 3
                                        #         Child Loop BB27_342 Depth 4
                                        #         Child Loop BB27_330 Depth 4
	subq	%rsi, %r10
	movl	$32, %edx
	movq	360(%rsp), %rcx                 # 8-byte Reload
	movq	%rsi, %rax
	movq	%rsi, 40(%rsp)                  # 8-byte Spill
	cmpq	$32, %r10
	cmovlq	%r10, %rdx
	xorl	%r9d, %r9d
	cmpq	$17, %r10
	setge	%r9b
	imulq	%r12, %rax
	movq	%rdx, 8(%rsp)                   # 8-byte Spill
	shll	$4, %r9d
	addq	$16, %r9
	leaq	(%rcx,%rax,4), %rdi
	movq	%rsi, %rax
	movq	208(%rsp), %rsi                 # 8-byte Reload
	imulq	%rbx, %rax
	leaq	(%rsi,%rax,4), %r8
	cmpq	%r9, %r10
	jge	.LBB27_376
# %bb.302:                              #   in Loop: Header=BB27_301 Depth=2
	leaq	15(%rdx), %r13
	testq	%rdx, %rdx
	cmovnsq	%rdx, %r13
	movq	%r13, %rax
	sarq	$4, %rax
	andq	$-16, %r13
	testq	%rbx, %rbx
	js	.LBB27_453
# %bb.303:                              #   in Loop: Header=BB27_301 Depth=2
	movq	%rax, 80(%rsp)                  # 8-byte Spill
	je	.LBB27_309
# %bb.304:                              #   in Loop: Header=BB27_301 Depth=2
	xorl	%eax, %eax
	cmpq	$17, %r10
	leaq	(%r8,%r13,4), %rcx
	setge	%al
	orq	$4, %rax
	cmpq	$7, 32(%rsp)                    # 8-byte Folded Reload
	jae	.LBB27_368
# %bb.305:                              #   in Loop: Header=BB27_301 Depth=2
	xorl	%edx, %edx
	jmp	.LBB27_306
	.p2align	4
.LBB27_376:                             #   in Loop: Header=BB27_301 Depth=2
	cmpq	$1, %r12
	jne	.LBB27_377
# %bb.370:                              #   in Loop: Header=BB27_301 Depth=2
	cmpq	$16, %rdx
	je	.LBB27_381
# %bb.371:                              #   in Loop: Header=BB27_301 Depth=2
	cmpq	$32, %rdx
	jne	.LBB27_385
# %bb.372:                              #   in Loop: Header=BB27_301 Depth=2
	testq	%rbx, %rbx
	js	.LBB27_452
# %bb.373:                              #   in Loop: Header=BB27_301 Depth=2
	je	.LBB27_338
# %bb.374:                              #   in Loop: Header=BB27_301 Depth=2
	cmpq	$7, 32(%rsp)                    # 8-byte Folded Reload
	jae	.LBB27_379
# %bb.375:                              #   in Loop: Header=BB27_301 Depth=2
	xorl	%eax, %eax
	jmp	.LBB27_332
	.p2align	4
.LBB27_377:                             #   in Loop: Header=BB27_301 Depth=2
	cmpq	$1, 160(%rsp)                   # 8-byte Folded Reload
	je	.LBB27_378
# %bb.409:                              #   in Loop: Header=BB27_301 Depth=2
	testq	%rbx, %rbx
	jle	.LBB27_338
# %bb.410:                              #   in Loop: Header=BB27_301 Depth=2
	movq	144(%rsp), %rdi                 # 8-byte Reload
	movq	40(%rsp), %rcx                  # 8-byte Reload
	movq	8(%rsp), %rsi                   # 8-byte Reload
	movq	256(%rsp), %r9                  # 8-byte Reload
	xorl	%eax, %eax
	cmpq	$17, %r10
	setge	%al
	xorl	%r11d, %r11d
	orq	$4, %rax
	movq	%rax, 48(%rsp)                  # 8-byte Spill
	leaq	(%rdi,%rcx,4), %r8
	movq	120(%rsp), %rdi                 # 8-byte Reload
	leaq	-1(%rsi), %rax
	movl	%esi, %edx
	andl	$7, %edx
	andq	$-8, %rsi
	movq	%rax, 88(%rsp)                  # 8-byte Spill
	leal	(,%rdx,4), %r10d
	movq	%rdx, 80(%rsp)                  # 8-byte Spill
	imulq	%rbx, %r8
	leaq	(%rdi,%rcx,4), %rdi
	leaq	(%r9,%r8), %rax
	addq	448(%rsp), %r8                  # 8-byte Folded Reload
	movq	%rax, 216(%rsp)                 # 8-byte Spill
	imulq	%r12, %rdi
	addq	152(%rsp), %rdi                 # 8-byte Folded Reload
	movq	%r8, 56(%rsp)                   # 8-byte Spill
	jmp	.LBB27_411
	.p2align	4
.LBB27_416:                             #   in Loop: Header=BB27_411 Depth=3
	movq	24(%rsp), %rbx                  # 8-byte Reload
	incq	%r11
	addq	%r15, %rdi
	cmpq	%rbx, %r11
	je	.LBB27_338
.LBB27_411:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Loop Header: Depth=3
                                        #         Child Loop BB27_418 Depth 4
                                        #         Child Loop BB27_415 Depth 4
	movq	48(%rsp), %rax                  # 8-byte Reload
	cmpq	$7, 88(%rsp)                    # 8-byte Folded Reload
	shlxq	%rax, %r11, %r13
	jae	.LBB27_417
# %bb.412:                              #   in Loop: Header=BB27_411 Depth=3
	xorl	%ebx, %ebx
	jmp	.LBB27_413
	.p2align	4
.LBB27_417:                             #   in Loop: Header=BB27_411 Depth=3
	movq	216(%rsp), %rax                 # 8-byte Reload
	movq	136(%rsp), %rdx                 # 8-byte Reload
	movq	%rdi, %r9
	xorl	%ebx, %ebx
	leaq	(%rax,%r13,4), %r8
	.p2align	4
.LBB27_418:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        #       Parent Loop BB27_411 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%r9), %xmm0                    # xmm0 = mem[0],zero,zero,zero
	leaq	(%r9,%r14), %rcx
	leaq	(%r14,%r14), %rax
	addq	%r14, %rcx
	addq	%rcx, %rax
	vmovss	%xmm0, -28(%r8,%rbx,4)
	vmovss	(%r9,%r12,4), %xmm0             # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -24(%r8,%rbx,4)
	vmovss	(%r9,%r12,8), %xmm0             # xmm0 = mem[0],zero,zero,zero
	addq	%rdx, %r9
	vmovss	%xmm0, -20(%r8,%rbx,4)
	vmovss	(%rcx,%r12,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -16(%r8,%rbx,4)
	vmovss	(%rcx,%r12,8), %xmm0            # xmm0 = mem[0],zero,zero,zero
	leaq	(%rax,%r12,4), %rcx
	vmovss	%xmm0, -12(%r8,%rbx,4)
	vmovss	(%rax,%r12,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -8(%r8,%rbx,4)
	vmovss	(%r14,%rcx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rcx
	vmovss	%xmm0, -4(%r8,%rbx,4)
	vmovss	(%r14,%rcx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%r8,%rbx,4)
	addq	$8, %rbx
	cmpq	%rbx, %rsi
	jne	.LBB27_418
.LBB27_413:                             #   in Loop: Header=BB27_411 Depth=3
	cmpq	$0, 80(%rsp)                    # 8-byte Folded Reload
	je	.LBB27_416
# %bb.414:                              #   in Loop: Header=BB27_411 Depth=3
	shlq	$2, %r13
	xorl	%r9d, %r9d
	leaq	(%r13,%rbx,4), %r8
	addq	56(%rsp), %r8                   # 8-byte Folded Reload
	imulq	%r14, %rbx
	addq	%rdi, %rbx
	.p2align	4
.LBB27_415:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        #       Parent Loop BB27_411 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%rbx), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, (%r8,%r9)
	addq	$4, %r9
	cmpq	%r9, %r10
	jne	.LBB27_415
	jmp	.LBB27_416
.LBB27_368:                             #   in Loop: Header=BB27_301 Depth=2
	xorl	%edx, %edx
	.p2align	4
.LBB27_369:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	movq	%rdx, %rsi
	shlxq	%rax, %rdx, %rdx
	leaq	6(%rsi), %r11
	vmovups	%zmm4, (%rcx,%rdx,4)
	leaq	1(%rsi), %rdx
	shlxq	%rax, %rdx, %rdx
	vmovups	%zmm4, (%rcx,%rdx,4)
	leaq	2(%rsi), %rdx
	shlxq	%rax, %rdx, %rdx
	vmovups	%zmm4, (%rcx,%rdx,4)
	leaq	3(%rsi), %rdx
	shlxq	%rax, %rdx, %rdx
	vmovups	%zmm4, (%rcx,%rdx,4)
	leaq	4(%rsi), %rdx
	shlxq	%rax, %rdx, %rdx
	vmovups	%zmm4, (%rcx,%rdx,4)
	leaq	5(%rsi), %rdx
	shlxq	%rax, %rdx, %rdx
	vmovups	%zmm4, (%rcx,%rdx,4)
	shlxq	%rax, %r11, %rdx
	vmovups	%zmm4, (%rcx,%rdx,4)
	leaq	8(%rsi), %rdx
	addq	$7, %rsi
	shlxq	%rax, %rsi, %rsi
	vmovups	%zmm4, (%rcx,%rsi,4)
	cmpq	%rbp, %rdx
	jne	.LBB27_369
.LBB27_306:                             #   in Loop: Header=BB27_301 Depth=2
	testb	$7, %bl
	je	.LBB27_309
# %bb.307:                              #   in Loop: Header=BB27_301 Depth=2
	movq	64(%rsp), %rsi                  # 8-byte Reload
	.p2align	4
.LBB27_308:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	shlxq	%rax, %rdx, %r11
	incq	%rdx
	decq	%rsi
	vmovups	%zmm4, (%rcx,%r11,4)
	jne	.LBB27_308
.LBB27_309:                             #   in Loop: Header=BB27_301 Depth=2
	movq	%r10, 88(%rsp)                  # 8-byte Spill
	movq	%r8, 48(%rsp)                   # 8-byte Spill
	cmpq	$16, %r10
	jl	.LBB27_321
# %bb.310:                              #   in Loop: Header=BB27_301 Depth=2
	cmpq	$1, %r12
	jne	.LBB27_358
# %bb.311:                              #   in Loop: Header=BB27_301 Depth=2
	movq	8(%rsp), %rax                   # 8-byte Reload
                                        # kill: def $eax killed $eax killed $rax
	andl	$48, %eax
	cmpl	$16, %eax
	jne	.LBB27_344
# %bb.312:                              #   in Loop: Header=BB27_301 Depth=2
	testq	%rbx, %rbx
	je	.LBB27_321
# %bb.313:                              #   in Loop: Header=BB27_301 Depth=2
	xorl	%eax, %eax
	cmpq	$17, 88(%rsp)                   # 8-byte Folded Reload
	setge	%al
	orq	$4, %rax
	cmpq	$7, 32(%rsp)                    # 8-byte Folded Reload
	jae	.LBB27_349
# %bb.314:                              #   in Loop: Header=BB27_301 Depth=2
	xorl	%edx, %edx
	jmp	.LBB27_315
.LBB27_358:                             #   in Loop: Header=BB27_301 Depth=2
	cmpq	$1, 160(%rsp)                   # 8-byte Folded Reload
	jne	.LBB27_359
# %bb.357:                              #   in Loop: Header=BB27_301 Depth=2
	movq	%r12, %rsi
	movq	%r13, %rdx
	movq	%rbx, %rcx
	vzeroupper
	callq	($s16SwiftgradKernels7PackingO14transposeGroup33_BBD12EC23CA21D7A0861DF8BBA6EBD14LL____2to_ySPy6Vector_6ScalarQZG_S3iSpyAIGSitFZAA16WideRegisterFileOyAA6F32x16VG_Tt5g5)
	movq	48(%rsp), %r8                   # 8-byte Reload
	vxorps	%xmm4, %xmm4, %xmm4
	jmp	.LBB27_321
.LBB27_381:                             #   in Loop: Header=BB27_301 Depth=2
	testq	%rbx, %rbx
	js	.LBB27_451
# %bb.382:                              #   in Loop: Header=BB27_301 Depth=2
	je	.LBB27_338
# %bb.383:                              #   in Loop: Header=BB27_301 Depth=2
	xorl	%eax, %eax
	cmpq	$17, %r10
	setge	%al
	orq	$4, %rax
	cmpq	$7, 32(%rsp)                    # 8-byte Folded Reload
	jae	.LBB27_396
# %bb.384:                              #   in Loop: Header=BB27_301 Depth=2
	xorl	%edx, %edx
	jmp	.LBB27_335
.LBB27_385:                             #   in Loop: Header=BB27_301 Depth=2
	testq	%rbx, %rbx
	jle	.LBB27_338
# %bb.386:                              #   in Loop: Header=BB27_301 Depth=2
	movq	144(%rsp), %rsi                 # 8-byte Reload
	movq	40(%rsp), %rcx                  # 8-byte Reload
	movq	8(%rsp), %r11                   # 8-byte Reload
	xorl	%eax, %eax
	cmpq	$17, %r10
	movq	448(%rsp), %rdx                 # 8-byte Reload
	movq	152(%rsp), %rdi                 # 8-byte Reload
	movq	112(%rsp), %r9                  # 8-byte Reload
	setge	%al
	orq	$4, %rax
	movq	%rax, 48(%rsp)                  # 8-byte Spill
	leaq	(%rsi,%rcx,4), %r8
	movq	120(%rsp), %rsi                 # 8-byte Reload
	imulq	%rbx, %r8
	leaq	(%rsi,%rcx,4), %rsi
	movq	%r11, %rcx
	andq	$-8, %rcx
	addq	%r8, %rdx
	leaq	(%r9,%r8), %rax
	addq	256(%rsp), %r8                  # 8-byte Folded Reload
	movq	%rcx, 216(%rsp)                 # 8-byte Spill
	movq	336(%rsp), %rcx                 # 8-byte Reload
	movq	%rdx, 88(%rsp)                  # 8-byte Spill
	movq	%rax, 560(%rsp)                 # 8-byte Spill
	imulq	%r12, %rsi
	addq	%rsi, %rdi
	movq	%r8, 56(%rsp)                   # 8-byte Spill
	xorl	%r8d, %r8d
	leaq	(%rcx,%rsi), %r13
	addq	248(%rsp), %rsi                 # 8-byte Folded Reload
	subq	%rdi, %rdx
	movq	%rdx, 80(%rsp)                  # 8-byte Spill
	movq	%r11, %rdx
                                        # kill: def $r11d killed $r11d killed $r11 def $r11
	andq	$-64, %rdx
	andl	$7, %r11d
	jmp	.LBB27_387
	.p2align	4
.LBB27_408:                             #   in Loop: Header=BB27_387 Depth=3
	movq	24(%rsp), %rbx                  # 8-byte Reload
	incq	%r8
	addq	%r15, %r13
	addq	%r15, %rdi
	addq	%r15, %rsi
	cmpq	%rbx, %r8
	je	.LBB27_338
.LBB27_387:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Loop Header: Depth=3
                                        #         Child Loop BB27_402 Depth 4
                                        #         Child Loop BB27_406 Depth 4
                                        #         Child Loop BB27_391 Depth 4
                                        #         Child Loop BB27_395 Depth 4
	movq	48(%rsp), %rax                  # 8-byte Reload
	cmpq	$7, 8(%rsp)                     # 8-byte Folded Reload
	shlxq	%rax, %r8, %rbx
	jbe	.LBB27_388
# %bb.398:                              #   in Loop: Header=BB27_387 Depth=3
	movq	96(%rsp), %rax                  # 8-byte Reload
	imulq	%r8, %rax
	addq	80(%rsp), %rax                  # 8-byte Folded Reload
	leaq	(%rax,%rbx,4), %rax
	cmpq	$256, %rax                      # imm = 0x100
	jae	.LBB27_399
.LBB27_388:                             #   in Loop: Header=BB27_387 Depth=3
	xorl	%r9d, %r9d
.LBB27_389:                             #   in Loop: Header=BB27_387 Depth=3
	movq	%r9, %r10
	testq	%r11, %r11
	je	.LBB27_393
# %bb.390:                              #   in Loop: Header=BB27_387 Depth=3
	leaq	(,%rbx,4), %rax
	xorl	%r10d, %r10d
	leaq	(%rax,%r9,4), %rcx
	addq	88(%rsp), %rcx                  # 8-byte Folded Reload
	leaq	(%rdi,%r9,4), %rax
	.p2align	4
.LBB27_391:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        #       Parent Loop BB27_387 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%rax,%r10,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%rcx,%r10,4)
	incq	%r10
	cmpq	%r10, %r11
	jne	.LBB27_391
# %bb.392:                              #   in Loop: Header=BB27_387 Depth=3
	addq	%r9, %r10
.LBB27_393:                             #   in Loop: Header=BB27_387 Depth=3
	subq	8(%rsp), %r9                    # 8-byte Folded Reload
	cmpq	$-8, %r9
	ja	.LBB27_408
# %bb.394:                              #   in Loop: Header=BB27_387 Depth=3
	movq	8(%rsp), %rcx                   # 8-byte Reload
	shlq	$2, %rbx
	leaq	(%rbx,%r10,4), %r9
	addq	56(%rsp), %r9                   # 8-byte Folded Reload
	xorl	%ebx, %ebx
	subq	%r10, %rcx
	leaq	(%rsi,%r10,4), %r10
	.p2align	4
.LBB27_395:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        #       Parent Loop BB27_387 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	-16(%r10,%rbx,4), %xmm0         # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -28(%r9,%rbx,4)
	vmovss	-12(%r10,%rbx,4), %xmm0         # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -24(%r9,%rbx,4)
	vmovss	-8(%r10,%rbx,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -20(%r9,%rbx,4)
	vmovss	-4(%r10,%rbx,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -16(%r9,%rbx,4)
	vmovss	(%r10,%rbx,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -12(%r9,%rbx,4)
	vmovss	4(%r10,%rbx,4), %xmm0           # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -8(%r9,%rbx,4)
	vmovss	8(%r10,%rbx,4), %xmm0           # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -4(%r9,%rbx,4)
	vmovss	12(%r10,%rbx,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%r9,%rbx,4)
	addq	$8, %rbx
	cmpq	%rbx, %rcx
	jne	.LBB27_395
	jmp	.LBB27_408
	.p2align	4
.LBB27_399:                             #   in Loop: Header=BB27_387 Depth=3
	cmpq	$64, 8(%rsp)                    # 8-byte Folded Reload
	leaq	(,%rbx,4), %rcx
	jae	.LBB27_401
# %bb.400:                              #   in Loop: Header=BB27_387 Depth=3
	xorl	%eax, %eax
	jmp	.LBB27_405
.LBB27_401:                             #   in Loop: Header=BB27_387 Depth=3
	movq	560(%rsp), %rax                 # 8-byte Reload
	xorl	%r10d, %r10d
	leaq	(%rax,%rcx), %r9
	.p2align	4
.LBB27_402:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        #       Parent Loop BB27_387 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovups	-192(%r13,%r10,4), %zmm0
	vmovups	-128(%r13,%r10,4), %zmm1
	vmovups	-64(%r13,%r10,4), %zmm2
	vmovups	(%r13,%r10,4), %zmm3
	vmovups	%zmm0, -192(%r9,%r10,4)
	vmovups	%zmm1, -128(%r9,%r10,4)
	vmovups	%zmm2, -64(%r9,%r10,4)
	vmovups	%zmm3, (%r9,%r10,4)
	addq	$64, %r10
	cmpq	%r10, %rdx
	jne	.LBB27_402
# %bb.403:                              #   in Loop: Header=BB27_387 Depth=3
	cmpq	%rdx, 8(%rsp)                   # 8-byte Folded Reload
	je	.LBB27_408
# %bb.404:                              #   in Loop: Header=BB27_387 Depth=3
	testb	$56, 8(%rsp)                    # 1-byte Folded Reload
	movq	%rdx, %r9
	movq	%rdx, %rax
	je	.LBB27_389
.LBB27_405:                             #   in Loop: Header=BB27_387 Depth=3
	movq	216(%rsp), %r9                  # 8-byte Reload
	leaq	(%rcx,%rax,4), %rcx
	addq	88(%rsp), %rcx                  # 8-byte Folded Reload
	xorl	%r10d, %r10d
	subq	%rax, %r9
	leaq	(%rdi,%rax,4), %rax
	.p2align	4
.LBB27_406:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        #       Parent Loop BB27_387 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovups	(%rax,%r10,4), %ymm0
	vmovups	%ymm0, (%rcx,%r10,4)
	addq	$8, %r10
	cmpq	%r10, %r9
	jne	.LBB27_406
# %bb.407:                              #   in Loop: Header=BB27_387 Depth=3
	movq	216(%rsp), %rax                 # 8-byte Reload
	movq	%rax, %r9
	cmpq	%rax, 8(%rsp)                   # 8-byte Folded Reload
	je	.LBB27_408
	jmp	.LBB27_389
.LBB27_344:                             #   in Loop: Header=BB27_301 Depth=2
	testq	%rbx, %rbx
	je	.LBB27_321
# %bb.345:                              #   in Loop: Header=BB27_301 Depth=2
	movq	144(%rsp), %rax                 # 8-byte Reload
	movq	40(%rsp), %rdi                  # 8-byte Reload
	xorl	%ecx, %ecx
	cmpq	$17, 88(%rsp)                   # 8-byte Folded Reload
	movq	152(%rsp), %r8                  # 8-byte Reload
	leaq	(%rax,%rdi,4), %rdx
	movq	448(%rsp), %rax                 # 8-byte Reload
	setge	%cl
	xorl	%r9d, %r9d
	orq	$4, %rcx
	imulq	%rbx, %rdx
	leaq	(%rax,%rdx), %rsi
	movq	120(%rsp), %rax                 # 8-byte Reload
	addq	256(%rsp), %rdx                 # 8-byte Folded Reload
	movq	%rsi, 56(%rsp)                  # 8-byte Spill
	leaq	(%rax,%rdi,4), %rax
	imulq	%r12, %rax
	leaq	(%r8,%rax), %rdi
	addq	336(%rsp), %rax                 # 8-byte Folded Reload
	subq	%rdi, %rsi
	jmp	.LBB27_346
	.p2align	4
.LBB27_354:                             #   in Loop: Header=BB27_346 Depth=3
	movq	24(%rsp), %rbx                  # 8-byte Reload
	movq	48(%rsp), %r8                   # 8-byte Reload
	incq	%r9
	addq	%r15, %rax
	addq	%r15, %rdi
	cmpq	264(%rsp), %r9                  # 8-byte Folded Reload
	je	.LBB27_321
.LBB27_346:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Loop Header: Depth=3
                                        #         Child Loop BB27_353 Depth 4
                                        #         Child Loop BB27_348 Depth 4
	movq	96(%rsp), %rbx                  # 8-byte Reload
	shlxq	%rcx, %r9, %r11
	leaq	(,%r11,4), %r10
	imulq	%r9, %rbx
	addq	%rsi, %rbx
	leaq	(%rbx,%r11,4), %rbx
	cmpq	$255, %rbx
	ja	.LBB27_351
# %bb.347:                              #   in Loop: Header=BB27_346 Depth=3
	addq	%rdx, %r10
	xorl	%r11d, %r11d
	.p2align	4
.LBB27_348:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        #       Parent Loop BB27_346 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%rdi,%r11,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -28(%r10,%r11,4)
	vmovss	4(%rdi,%r11,4), %xmm0           # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -24(%r10,%r11,4)
	vmovss	8(%rdi,%r11,4), %xmm0           # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -20(%r10,%r11,4)
	vmovss	12(%rdi,%r11,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -16(%r10,%r11,4)
	vmovss	16(%rdi,%r11,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -12(%r10,%r11,4)
	vmovss	20(%rdi,%r11,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -8(%r10,%r11,4)
	vmovss	24(%rdi,%r11,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -4(%r10,%r11,4)
	vmovss	28(%rdi,%r11,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%r10,%r11,4)
	addq	$8, %r11
	cmpq	%r11, %r13
	jne	.LBB27_348
	jmp	.LBB27_354
	.p2align	4
.LBB27_351:                             #   in Loop: Header=BB27_346 Depth=3
	cmpq	$63, %r13
	ja	.LBB27_355
# %bb.352:                              #   in Loop: Header=BB27_346 Depth=3
	addq	56(%rsp), %r10                  # 8-byte Folded Reload
	xorl	%r11d, %r11d
	.p2align	4
.LBB27_353:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        #       Parent Loop BB27_346 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovups	(%rdi,%r11,4), %zmm0
	vmovups	%zmm0, (%r10,%r11,4)
	addq	$16, %r11
	cmpq	%r11, %r13
	jne	.LBB27_353
	jmp	.LBB27_354
.LBB27_359:                             #   in Loop: Header=BB27_301 Depth=2
	testq	%rbx, %rbx
	je	.LBB27_321
# %bb.360:                              #   in Loop: Header=BB27_301 Depth=2
	movq	%rdi, 56(%rsp)                  # 8-byte Spill
	xorl	%edi, %edi
	cmpq	$17, 88(%rsp)                   # 8-byte Folded Reload
	setge	%dil
	orq	$4, %rdi
	cmpq	$2, %rbx
	jge	.LBB27_362
# %bb.361:                              #   in Loop: Header=BB27_301 Depth=2
	xorl	%edx, %edx
	jmp	.LBB27_318
.LBB27_379:                             #   in Loop: Header=BB27_301 Depth=2
	movq	144(%rsp), %rax                 # 8-byte Reload
	movq	40(%rsp), %rdx                  # 8-byte Reload
	movq	16(%rsp), %r8                   # 8-byte Reload
	leaq	(%rax,%rdx,4), %rcx
	movq	120(%rsp), %rax                 # 8-byte Reload
	imulq	%rbx, %rcx
	addq	192(%rsp), %rcx                 # 8-byte Folded Reload
	leaq	(%rax,%rdx,4), %rdx
	xorl	%eax, %eax
	imulq	%r12, %rdx
	addq	152(%rsp), %rdx                 # 8-byte Folded Reload
	.p2align	4
.LBB27_380:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	vmovups	(%rdx), %zmm0
	leaq	(%rdx,%r15), %rsi
	addq	$8, %rax
	leaq	(%rsi,%r15), %rdi
	vmovups	%zmm0, -960(%rcx)
	vmovups	64(%rdx), %zmm0
	vmovups	%zmm0, -896(%rcx)
	vmovups	(%rdx,%r15), %zmm0
	vmovups	%zmm0, -832(%rcx)
	vmovups	64(%rdx,%r15), %zmm0
	addq	%r8, %rdx
	vmovups	%zmm0, -768(%rcx)
	vmovups	(%r15,%rsi), %zmm0
	vmovups	%zmm0, -704(%rcx)
	vmovups	64(%r15,%rsi), %zmm0
	leaq	(%rdi,%r15), %rsi
	vmovups	%zmm0, -640(%rcx)
	vmovups	(%r15,%rdi), %zmm0
	vmovups	%zmm0, -576(%rcx)
	vmovups	64(%r15,%rdi), %zmm0
	leaq	(%rsi,%r15), %rdi
	vmovups	%zmm0, -512(%rcx)
	vmovups	(%r15,%rsi), %zmm0
	vmovups	%zmm0, -448(%rcx)
	vmovups	64(%r15,%rsi), %zmm0
	leaq	(%rdi,%r15), %rsi
	vmovups	%zmm0, -384(%rcx)
	vmovups	(%r15,%rdi), %zmm0
	vmovups	%zmm0, -320(%rcx)
	vmovups	64(%r15,%rdi), %zmm0
	leaq	(%rsi,%r15), %rdi
	vmovups	%zmm0, -256(%rcx)
	vmovups	(%r15,%rsi), %zmm0
	vmovups	%zmm0, -192(%rcx)
	vmovups	64(%r15,%rsi), %zmm0
	vmovups	%zmm0, -128(%rcx)
	vmovups	(%r15,%rdi), %zmm0
	vmovups	%zmm0, -64(%rcx)
	vmovups	64(%r15,%rdi), %zmm0
	vmovups	%zmm0, (%rcx)
	addq	$1024, %rcx                     # imm = 0x400
	cmpq	%rax, %rbp
	jne	.LBB27_380
.LBB27_332:                             #   in Loop: Header=BB27_301 Depth=2
	testb	$7, %bl
	je	.LBB27_338
# %bb.333:                              #   in Loop: Header=BB27_301 Depth=2
	movq	144(%rsp), %rcx                 # 8-byte Reload
	movq	40(%rsp), %rsi                  # 8-byte Reload
	leaq	(%rcx,%rsi,4), %rdx
	movq	432(%rsp), %rcx                 # 8-byte Reload
	imulq	%rbx, %rdx
	leaq	(%rcx,%rax,4), %rcx
	shlq	$7, %rax
	imulq	160(%rsp), %rcx                 # 8-byte Folded Reload
	addq	%rdx, %rax
	movq	120(%rsp), %rdx                 # 8-byte Reload
	addq	312(%rsp), %rax                 # 8-byte Folded Reload
	leaq	(%rdx,%rsi,4), %rdx
	imulq	%r12, %rdx
	addq	368(%rsp), %rdx                 # 8-byte Folded Reload
	addq	%rdx, %rcx
	xorl	%edx, %edx
	.p2align	4
.LBB27_334:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	vmovups	-64(%rcx), %zmm0
	vmovups	%zmm0, -64(%rax,%rdx)
	vmovups	(%rcx), %zmm0
	addq	%r15, %rcx
	vmovups	%zmm0, (%rax,%rdx)
	subq	$-128, %rdx
	cmpq	%rdx, 456(%rsp)                 # 8-byte Folded Reload
	jne	.LBB27_334
	jmp	.LBB27_338
.LBB27_396:                             #   in Loop: Header=BB27_301 Depth=2
	movq	40(%rsp), %rcx                  # 8-byte Reload
	movq	120(%rsp), %rdx                 # 8-byte Reload
	movq	16(%rsp), %r9                   # 8-byte Reload
	leaq	(%rdx,%rcx,4), %rcx
	xorl	%edx, %edx
	imulq	%r12, %rcx
	addq	152(%rsp), %rcx                 # 8-byte Folded Reload
	.p2align	4
.LBB27_397:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	vmovups	(%rcx), %zmm0
	movq	%rdx, %rsi
	shlxq	%rax, %rdx, %rdx
	leaq	(%rcx,%r15), %rdi
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	1(%rsi), %rdx
	vmovups	(%rcx,%r15), %zmm0
	shlxq	%rax, %rdx, %rdx
	addq	%r9, %rcx
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	2(%rsi), %rdx
	vmovups	(%r15,%rdi), %zmm0
	shlxq	%rax, %rdx, %rdx
	addq	%r15, %rdi
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	3(%rsi), %rdx
	vmovups	(%r15,%rdi), %zmm0
	shlxq	%rax, %rdx, %rdx
	addq	%r15, %rdi
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	4(%rsi), %rdx
	vmovups	(%r15,%rdi), %zmm0
	shlxq	%rax, %rdx, %rdx
	addq	%r15, %rdi
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	5(%rsi), %rdx
	vmovups	(%r15,%rdi), %zmm0
	shlxq	%rax, %rdx, %rdx
	addq	%r15, %rdi
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	6(%rsi), %rdx
	vmovups	(%r15,%rdi), %zmm0
	shlxq	%rax, %rdx, %rdx
	addq	%r15, %rdi
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	8(%rsi), %rdx
	addq	$7, %rsi
	vmovups	(%r15,%rdi), %zmm0
	shlxq	%rax, %rsi, %rsi
	vmovups	%zmm0, (%r8,%rsi,4)
	cmpq	%rbp, %rdx
	jne	.LBB27_397
.LBB27_335:                             #   in Loop: Header=BB27_301 Depth=2
	cmpq	$0, 64(%rsp)                    # 8-byte Folded Reload
	je	.LBB27_338
# %bb.336:                              #   in Loop: Header=BB27_301 Depth=2
	movq	40(%rsp), %rcx                  # 8-byte Reload
	movq	120(%rsp), %rsi                 # 8-byte Reload
	movq	432(%rsp), %rdi                 # 8-byte Reload
	leaq	(%rsi,%rcx,4), %rcx
	leaq	(%rdi,%rdx,4), %rsi
	imulq	160(%rsp), %rsi                 # 8-byte Folded Reload
	imulq	%r12, %rcx
	addq	200(%rsp), %rcx                 # 8-byte Folded Reload
	addq	%rsi, %rcx
	movq	64(%rsp), %rsi                  # 8-byte Reload
	.p2align	4
.LBB27_337:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	vmovups	(%rcx), %zmm0
	shlxq	%rax, %rdx, %rdi
	incq	%rdx
	addq	%r15, %rcx
	decq	%rsi
	vmovups	%zmm0, (%r8,%rdi,4)
	jne	.LBB27_337
	jmp	.LBB27_338
.LBB27_349:                             #   in Loop: Header=BB27_301 Depth=2
	movq	40(%rsp), %rcx                  # 8-byte Reload
	movq	120(%rsp), %rdx                 # 8-byte Reload
	movq	16(%rsp), %r9                   # 8-byte Reload
	leaq	(%rdx,%rcx,4), %rcx
	xorl	%edx, %edx
	imulq	%r12, %rcx
	addq	152(%rsp), %rcx                 # 8-byte Folded Reload
	.p2align	4
.LBB27_350:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	vmovups	(%rcx), %zmm0
	movq	%rdx, %rsi
	shlxq	%rax, %rdx, %rdx
	leaq	(%rcx,%r15), %rdi
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	1(%rsi), %rdx
	vmovups	(%rcx,%r15), %zmm0
	shlxq	%rax, %rdx, %rdx
	addq	%r9, %rcx
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	2(%rsi), %rdx
	vmovups	(%r15,%rdi), %zmm0
	shlxq	%rax, %rdx, %rdx
	addq	%r15, %rdi
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	3(%rsi), %rdx
	vmovups	(%r15,%rdi), %zmm0
	shlxq	%rax, %rdx, %rdx
	addq	%r15, %rdi
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	4(%rsi), %rdx
	vmovups	(%r15,%rdi), %zmm0
	shlxq	%rax, %rdx, %rdx
	addq	%r15, %rdi
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	5(%rsi), %rdx
	vmovups	(%r15,%rdi), %zmm0
	shlxq	%rax, %rdx, %rdx
	addq	%r15, %rdi
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	6(%rsi), %rdx
	vmovups	(%r15,%rdi), %zmm0
	shlxq	%rax, %rdx, %rdx
	addq	%r15, %rdi
	vmovups	%zmm0, (%r8,%rdx,4)
	leaq	8(%rsi), %rdx
	addq	$7, %rsi
	vmovups	(%r15,%rdi), %zmm0
	shlxq	%rax, %rsi, %rsi
	vmovups	%zmm0, (%r8,%rsi,4)
	cmpq	%rbp, %rdx
	jne	.LBB27_350
.LBB27_315:                             #   in Loop: Header=BB27_301 Depth=2
	testb	$7, %bl
	je	.LBB27_321
# %bb.316:                              #   in Loop: Header=BB27_301 Depth=2
	movq	40(%rsp), %rcx                  # 8-byte Reload
	movq	120(%rsp), %rsi                 # 8-byte Reload
	movq	432(%rsp), %rdi                 # 8-byte Reload
	leaq	(%rsi,%rcx,4), %rcx
	leaq	(%rdi,%rdx,4), %rsi
	imulq	160(%rsp), %rsi                 # 8-byte Folded Reload
	imulq	%r12, %rcx
	addq	200(%rsp), %rcx                 # 8-byte Folded Reload
	addq	%rsi, %rcx
	movq	64(%rsp), %rsi                  # 8-byte Reload
	.p2align	4
.LBB27_317:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	vmovups	(%rcx), %zmm0
	shlxq	%rax, %rdx, %rdi
	incq	%rdx
	addq	%r15, %rcx
	decq	%rsi
	vmovups	%zmm0, (%r8,%rdi,4)
	jne	.LBB27_317
	jmp	.LBB27_321
.LBB27_362:                             #   in Loop: Header=BB27_301 Depth=2
	movq	40(%rsp), %rdx                  # 8-byte Reload
	movq	120(%rsp), %rsi                 # 8-byte Reload
	movq	144(%rsp), %rax                 # 8-byte Reload
	movq	152(%rsp), %r8                  # 8-byte Reload
	leaq	(%rsi,%rdx,4), %rsi
	leaq	(%rax,%rdx,4), %rcx
	xorl	%edx, %edx
	imulq	%r12, %rsi
	imulq	%rbx, %rcx
	addq	256(%rsp), %rcx                 # 8-byte Folded Reload
	addq	%rsi, %r8
	addq	488(%rsp), %rsi                 # 8-byte Folded Reload
	.p2align	4
.LBB27_363:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Loop Header: Depth=3
                                        #         Child Loop BB27_364 Depth 4
                                        #         Child Loop BB27_366 Depth 4
	movq	136(%rsp), %rax                 # 8-byte Reload
	shlxq	%rdi, %rdx, %r9
	movq	%r8, %r10
	xorl	%r11d, %r11d
	leaq	(%rcx,%r9,4), %r9
	.p2align	4
.LBB27_364:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        #       Parent Loop BB27_363 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%r10), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	leaq	(%r10,%r14), %rbx
	vmovss	%xmm0, -28(%r9,%r11,4)
	vmovss	(%r10,%r14), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%rax, %r10
	vmovss	%xmm0, -24(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -20(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -16(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -12(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -8(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -4(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%r9,%r11,4)
	addq	$8, %r11
	cmpq	%r11, %r13
	jne	.LBB27_364
# %bb.365:                              #   in Loop: Header=BB27_363 Depth=3
	movq	%rdx, %r9
	orq	$1, %r9
	movq	%rsi, %r10
	xorl	%r11d, %r11d
	shlxq	%rdi, %r9, %r9
	leaq	(%rcx,%r9,4), %r9
	.p2align	4
.LBB27_366:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        #       Parent Loop BB27_363 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%r10), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	leaq	(%r10,%r14), %rbx
	vmovss	%xmm0, -28(%r9,%r11,4)
	vmovss	(%r10,%r14), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%rax, %r10
	vmovss	%xmm0, -24(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -20(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -16(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -12(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -8(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rbx
	vmovss	%xmm0, -4(%r9,%r11,4)
	vmovss	(%r14,%rbx), %xmm0              # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%r9,%r11,4)
	addq	$8, %r11
	cmpq	%r11, %r13
	jne	.LBB27_366
# %bb.367:                              #   in Loop: Header=BB27_363 Depth=3
	movq	344(%rsp), %rax                 # 8-byte Reload
	addq	$2, %rdx
	addq	%rax, %r8
	addq	%rax, %rsi
	cmpq	72(%rsp), %rdx                  # 8-byte Folded Reload
	jne	.LBB27_363
.LBB27_318:                             #   in Loop: Header=BB27_301 Depth=2
	testb	$1, 264(%rsp)                   # 1-byte Folded Reload
	movq	24(%rsp), %rbx                  # 8-byte Reload
	movq	48(%rsp), %r8                   # 8-byte Reload
	movq	56(%rsp), %rax                  # 8-byte Reload
	je	.LBB27_321
# %bb.319:                              #   in Loop: Header=BB27_301 Depth=2
	shlxq	%rdi, %rdx, %rcx
	imulq	160(%rsp), %rdx                 # 8-byte Folded Reload
	movq	40(%rsp), %rsi                  # 8-byte Reload
	leaq	(%rax,%rdx,4), %rax
	movq	144(%rsp), %rdx                 # 8-byte Reload
	leaq	(%rdx,%rsi,4), %rdx
	imulq	%rbx, %rdx
	leaq	(%rdx,%rcx,4), %rcx
	addq	256(%rsp), %rcx                 # 8-byte Folded Reload
	xorl	%edx, %edx
	.p2align	4
.LBB27_320:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	vmovss	(%rax), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	leaq	(%rax,%r14), %rsi
	vmovss	%xmm0, -28(%rcx,%rdx,4)
	vmovss	(%rax,%r14), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	136(%rsp), %rax                 # 8-byte Folded Reload
	vmovss	%xmm0, -24(%rcx,%rdx,4)
	vmovss	(%r14,%rsi), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rsi
	vmovss	%xmm0, -20(%rcx,%rdx,4)
	vmovss	(%r14,%rsi), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rsi
	vmovss	%xmm0, -16(%rcx,%rdx,4)
	vmovss	(%r14,%rsi), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rsi
	vmovss	%xmm0, -12(%rcx,%rdx,4)
	vmovss	(%r14,%rsi), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rsi
	vmovss	%xmm0, -8(%rcx,%rdx,4)
	vmovss	(%r14,%rsi), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%r14, %rsi
	vmovss	%xmm0, -4(%rcx,%rdx,4)
	vmovss	(%r14,%rsi), %xmm0              # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%rcx,%rdx,4)
	addq	$8, %rdx
	cmpq	%rdx, %r13
	jne	.LBB27_320
	.p2align	4
.LBB27_321:                             #   in Loop: Header=BB27_301 Depth=2
	cmpq	%r13, 8(%rsp)                   # 8-byte Folded Reload
	jl	.LBB27_454
# %bb.322:                              #   in Loop: Header=BB27_301 Depth=2
	movq	88(%rsp), %rcx                  # 8-byte Reload
	je	.LBB27_338
# %bb.323:                              #   in Loop: Header=BB27_301 Depth=2
	movq	80(%rsp), %rdx                  # 8-byte Reload
	xorl	%eax, %eax
	cmpq	$17, %rcx
	movq	40(%rsp), %rcx                  # 8-byte Reload
	setge	%al
	orq	$4, %rax
	shlq	$6, %rdx
	addq	120(%rsp), %rdx                 # 8-byte Folded Reload
	leaq	(%rdx,%rcx,4), %rcx
	imulq	%r12, %rcx
	addq	152(%rsp), %rcx                 # 8-byte Folded Reload
	jmp	.LBB27_324
	.p2align	4
.LBB27_331:                             #   in Loop: Header=BB27_324 Depth=3
	incq	%r13
	addq	%r14, %rcx
	cmpq	%r11, %r13
	je	.LBB27_338
.LBB27_324:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        # =>    This Loop Header: Depth=3
                                        #         Child Loop BB27_342 Depth 4
                                        #         Child Loop BB27_330 Depth 4
	movq	8(%rsp), %r11                   # 8-byte Reload
	cmpq	%r11, %r13
	jge	.LBB27_455
# %bb.325:                              #   in Loop: Header=BB27_324 Depth=3
	testq	%rbx, %rbx
	je	.LBB27_331
# %bb.326:                              #   in Loop: Header=BB27_324 Depth=3
	cmpq	$7, 32(%rsp)                    # 8-byte Folded Reload
	leaq	(%r8,%r13,4), %rdx
	jae	.LBB27_341
# %bb.327:                              #   in Loop: Header=BB27_324 Depth=3
	xorl	%edi, %edi
	testb	$7, %bl
	jne	.LBB27_329
	jmp	.LBB27_331
	.p2align	4
.LBB27_341:                             #   in Loop: Header=BB27_324 Depth=3
	movq	16(%rsp), %r10                  # 8-byte Reload
	movq	%rcx, %rsi
	xorl	%edi, %edi
	.p2align	4
.LBB27_342:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        #       Parent Loop BB27_324 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%rsi), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	movq	%rdi, %r8
	shlxq	%rax, %rdi, %rdi
	leaq	(%rsi,%r15), %r9
	vmovss	%xmm0, (%rdx,%rdi,4)
	leaq	1(%r8), %rdi
	vmovss	(%rsi,%r15), %xmm0              # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %rdi, %rdi
	addq	%r10, %rsi
	vmovss	%xmm0, (%rdx,%rdi,4)
	leaq	2(%r8), %rdi
	vmovss	(%r15,%r9), %xmm0               # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %rdi, %rdi
	addq	%r15, %r9
	vmovss	%xmm0, (%rdx,%rdi,4)
	leaq	3(%r8), %rdi
	vmovss	(%r15,%r9), %xmm0               # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %rdi, %rdi
	addq	%r15, %r9
	vmovss	%xmm0, (%rdx,%rdi,4)
	leaq	4(%r8), %rdi
	vmovss	(%r15,%r9), %xmm0               # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %rdi, %rdi
	addq	%r15, %r9
	vmovss	%xmm0, (%rdx,%rdi,4)
	leaq	5(%r8), %rdi
	vmovss	(%r15,%r9), %xmm0               # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %rdi, %rdi
	addq	%r15, %r9
	vmovss	%xmm0, (%rdx,%rdi,4)
	leaq	6(%r8), %rdi
	vmovss	(%r15,%r9), %xmm0               # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %rdi, %rdi
	addq	%r15, %r9
	vmovss	%xmm0, (%rdx,%rdi,4)
	leaq	8(%r8), %rdi
	addq	$7, %r8
	vmovss	(%r15,%r9), %xmm0               # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %r8, %r8
	vmovss	%xmm0, (%rdx,%r8,4)
	cmpq	%rbp, %rdi
	jne	.LBB27_342
# %bb.343:                              #   in Loop: Header=BB27_324 Depth=3
	movq	48(%rsp), %r8                   # 8-byte Reload
	testb	$7, %bl
	je	.LBB27_331
.LBB27_329:                             #   in Loop: Header=BB27_324 Depth=3
	movq	64(%rsp), %r10                  # 8-byte Reload
	movq	%r15, %rsi
	imulq	%rdi, %rsi
	addq	%rcx, %rsi
	.p2align	4
.LBB27_330:                             #   Parent Loop BB27_102 Depth=1
                                        #     Parent Loop BB27_301 Depth=2
                                        #       Parent Loop BB27_324 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%rsi), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	shlxq	%rax, %rdi, %r9
	incq	%rdi
	addq	%r15, %rsi
	decq	%r10
	vmovss	%xmm0, (%rdx,%r9,4)
	jne	.LBB27_330
	jmp	.LBB27_331
.LBB27_355:
	movq	464(%rsp), %rdx                 # 8-byte Reload
	movq	384(%rsp), %rcx                 # 8-byte Reload
	movq	536(%rsp), %rdi                 # 8-byte Reload
	movq	168(%rsp), %rsi                 # 8-byte Reload
	movq	320(%rsp), %r8                  # 8-byte Reload
	subq	288(%rsp), %rdx                 # 8-byte Folded Reload
	imulq	%rdi, %rcx
	subq	%rdi, %rdx
	movq	440(%rsp), %rdi                 # 8-byte Reload
	shlq	$6, %rcx
	addq	%rcx, %rsi
	cmpq	%rdx, %rdi
	cmovlq	%rdi, %rdx
	movq	40(%rsp), %rdi                  # 8-byte Reload
	shlq	$7, %r8
	leaq	(%r8,%rdi,4), %rcx
	imulq	%rdx, %rcx
	addq	%rsi, %rcx
	leaq	192(%rcx,%r11,4), %rcx
	.p2align	4
.LBB27_356:                             # =>This Inner Loop Header: Depth=1
	vmovups	-192(%rax), %zmm0
	vmovups	-128(%rax), %zmm1
	vmovups	-64(%rax), %zmm2
	vmovups	(%rax), %zmm3
	addq	$256, %rax                      # imm = 0x100
	vmovups	%zmm0, -192(%rcx)
	vmovups	%zmm1, -128(%rcx)
	vmovups	%zmm2, -64(%rcx)
	vmovups	%zmm3, (%rcx)
	addq	$256, %rcx                      # imm = 0x100
	jmp	.LBB27_356
.LBB27_455:
	#APP
	#NO_APP
	ud2
.LBB27_284:
	#APP
	#NO_APP
	ud2
.LBB27_285:
	#APP
	#NO_APP
	ud2
.LBB27_340:
	movq	464(%rsp), %r14                 # 8-byte Reload
	movq	224(%rsp), %rax                 # 8-byte Reload
	movb	$1, %r12b
	jmp	.LBB27_108
.LBB27_74:
	#APP
	#NO_APP
	ud2
.LBB27_75:
	#APP
	#NO_APP
	ud2
.LBB27_76:
	#APP
	#NO_APP
	ud2
.LBB27_58:
	#APP
	#NO_APP
	ud2
.LBB27_282:
	#APP
	#NO_APP
	ud2
.LBB27_283:
	#APP
	#NO_APP
	ud2
.LBB27_279:
	#APP
	#NO_APP
	ud2
.LBB27_280:
	#APP
	#NO_APP
	ud2
.LBB27_281:
	#APP
	#NO_APP
	ud2
.LBB27_266:
	#APP
	#NO_APP
	ud2
.LBB27_267:
	#APP
	#NO_APP
	ud2
.LBB27_268:
	#APP
	#NO_APP
	ud2
.LBB27_269:
	#APP
	#NO_APP
	ud2
.LBB27_270:
	#APP
	#NO_APP
	ud2
.LBB27_271:
	#APP
	#NO_APP
	ud2
.LBB27_272:
	#APP
	#NO_APP
	ud2
.LBB27_419:
	#APP
	#NO_APP
	ud2
.LBB27_420:
	#APP
	#NO_APP
	ud2
.LBB27_421:
	#APP
	#NO_APP
	ud2
.LBB27_422:
	#APP
	#NO_APP
	ud2
.LBB27_423:
	#APP
	#NO_APP
	ud2
.LBB27_424:
	#APP
	#NO_APP
	ud2
.LBB27_425:
	#APP
	#NO_APP
	ud2
.LBB27_426:
	#APP
	#NO_APP
	ud2
.LBB27_427:
	#APP
	#NO_APP
	ud2
.LBB27_453:
	#APP
	#NO_APP
	ud2
.LBB27_454:
	#APP
	#NO_APP
	ud2
.LBB27_288:
	#APP
	#NO_APP
	ud2
.LBB27_273:
	#APP
	#NO_APP
	ud2
.LBB27_274:
	#APP
	#NO_APP
	ud2
.LBB27_275:
	#APP
	#NO_APP
	ud2
.LBB27_276:
	#APP
	#NO_APP
	ud2
.LBB27_428:
	#APP
	#NO_APP
	ud2
.LBB27_429:
	#APP
	#NO_APP
	ud2
.LBB27_459:
	#APP
	#NO_APP
	ud2
.LBB27_458:
	#APP
	#NO_APP
	ud2
.LBB27_277:
	#APP
	#NO_APP
	ud2
.LBB27_278:
	#APP
	#NO_APP
	ud2
.LBB27_287:
	#APP
	#NO_APP
	ud2
.LBB27_73:
	#APP
	#NO_APP
	ud2
.LBB27_451:
	#APP
	#NO_APP
	ud2
.LBB27_452:
	#APP
	#NO_APP
	ud2
.LBB27_442:
	#APP
	#NO_APP
	ud2
.LBB27_443:
	#APP
	#NO_APP
	ud2
.LBB27_444:
	#APP
	#NO_APP
	ud2
.LBB27_445:
	#APP
	#NO_APP
	ud2
.LBB27_446:
	#APP
	#NO_APP
	ud2
.LBB27_447:
	#APP
	#NO_APP
	ud2
.LBB27_448:
	#APP
	#NO_APP
	ud2
.LBB27_449:
	#APP
	#NO_APP
	ud2
.LBB27_450:
	#APP
	#NO_APP
	ud2
.LBB27_57:
	#APP
	#NO_APP
	ud2
.LBB27_456:
	#APP
	#NO_APP
	ud2
.LBB27_430:
	#APP
	#NO_APP
	ud2
.LBB27_431:
	#APP
	#NO_APP
	ud2
.LBB27_432:
	#APP
	#NO_APP
	ud2
.LBB27_433:
	#APP
	#NO_APP
	ud2
.LBB27_434:
	#APP
	#NO_APP
	ud2
.LBB27_435:
	#APP
	#NO_APP
	ud2
.LBB27_436:
	#APP
	#NO_APP
	ud2
.LBB27_437:
	#APP
	#NO_APP
	ud2
.LBB27_438:
	#APP
	#NO_APP
	ud2
.LBB27_439:
	#APP
	#NO_APP
	ud2
.LBB27_440:
	#APP
	#NO_APP
	ud2
.LBB27_441:
	#APP
	#NO_APP
	ud2
.LBB27_457:
	#APP
	#NO_APP
	ud2
.LBB27_460:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end27:
	.size	$s16SwiftgradKernels10GemmDriverO10superPanel33_422D063B8A1BC0089E55126575EE4C48LLyyAA13MatrixProductVy6Vector_6ScalarQZG_AA0C4PlanVSnySiGANtFZAA16WideRegisterFileOyAA6F32x16VG_Tt3g5, .Lfunc_end27-$s16SwiftgradKernels10GemmDriverO10superPanel33_422D063B8A1BC0089E55126575EE4C48LLyyAA13MatrixProductVy6Vector_6ScalarQZG_AA0C4PlanVSnySiGANtFZAA16WideRegisterFileOyAA6F32x16VG_Tt3g5
	.cfi_endproc
                                        # -- End function
	.section	".text.$s16SwiftgradKernels10MemoryPoolO8allocateySvSgSiFZ","axR",@progbits
	.protected	$s16SwiftgradKernels10MemoryPoolO8allocateySvSgSiFZ # -- Begin function $s16SwiftgradKernels10MemoryPoolO8allocateySvSgSiFZ
	.globl	$s16SwiftgradKernels10MemoryPoolO8allocateySvSgSiFZ
	.p2align	4
	.type	$s16SwiftgradKernels10MemoryPoolO8allocateySvSgSiFZ,@function
$s16SwiftgradKernels10MemoryPoolO8allocateySvSgSiFZ: # @"$s16SwiftgradKernels10MemoryPoolO8allocateySvSgSiFZ"
# %bb.0:
	subq	$24, %rsp
	movq	%fs:40, %rax
	cmpq	$65, %rdi
	movl	$64, %edx
	movl	$64, %esi
	cmovgeq	%rdi, %rdx
	leaq	8(%rsp), %rdi
	movq	%rax, 16(%rsp)
	movq	$0, 8(%rsp)
	callq	posix_memalign@PLT
	testl	%eax, %eax
	jne	.LBB28_1
# %bb.2:
	movq	8(%rsp), %rax
	jmp	.LBB28_3
.LBB28_1:
	xorl	%eax, %eax
.LBB28_3:
	movq	%fs:40, %rcx
	cmpq	16(%rsp), %rcx
	jne	.LBB28_5
# %bb.4:
	addq	$24, %rsp
	retq
.LBB28_5:
	callq	__stack_chk_fail@PLT
.Lfunc_end28:
	.size	$s16SwiftgradKernels10MemoryPoolO8allocateySvSgSiFZ, .Lfunc_end28-$s16SwiftgradKernels10MemoryPoolO8allocateySvSgSiFZ
                                        # -- End function
	.section	".text.$s16SwiftgradKernels10ThreadPoolO3run5tasks_ySi_ySiXEtFZ","axR",@progbits
	.protected	$s16SwiftgradKernels10ThreadPoolO3run5tasks_ySi_ySiXEtFZ # -- Begin function $s16SwiftgradKernels10ThreadPoolO3run5tasks_ySi_ySiXEtFZ
	.globl	$s16SwiftgradKernels10ThreadPoolO3run5tasks_ySi_ySiXEtFZ
	.p2align	4
	.type	$s16SwiftgradKernels10ThreadPoolO3run5tasks_ySi_ySiXEtFZ,@function
$s16SwiftgradKernels10ThreadPoolO3run5tasks_ySi_ySiXEtFZ: # @"$s16SwiftgradKernels10ThreadPoolO3run5tasks_ySi_ySiXEtFZ"
	.cfi_startproc
# %bb.0:
	testq	%rdi, %rdi
	js	.LBB29_6
# %bb.1:
	je	.LBB29_5
# %bb.2:
	pushq	%r15
	.cfi_def_cfa_offset 16
	pushq	%r14
	.cfi_def_cfa_offset 24
	pushq	%r13
	.cfi_def_cfa_offset 32
	pushq	%rbx
	.cfi_def_cfa_offset 40
	pushq	%rax
	.cfi_def_cfa_offset 48
	.cfi_offset %rbx, -40
	.cfi_offset %r13, -32
	.cfi_offset %r14, -24
	.cfi_offset %r15, -16
	movq	%rdi, %r14
	movq	%rdx, %r13
	movq	%rsi, %rbx
	xorl	%edi, %edi
	.p2align	4
.LBB29_3:                               # =>This Inner Loop Header: Depth=1
	leaq	1(%rdi), %r15
	callq	*%rbx
	movq	%r15, %rdi
	cmpq	%r15, %r14
	jne	.LBB29_3
# %bb.4:
	addq	$8, %rsp
	.cfi_def_cfa_offset 40
	popq	%rbx
	.cfi_def_cfa_offset 32
	popq	%r13
	.cfi_def_cfa_offset 24
	popq	%r14
	.cfi_def_cfa_offset 16
	popq	%r15
	.cfi_def_cfa_offset 8
	.cfi_restore %rbx
	.cfi_restore %r13
	.cfi_restore %r14
	.cfi_restore %r15
.LBB29_5:
	retq
.LBB29_6:
	#APP
	#NO_APP
	ud2
.Lfunc_end29:
	.size	$s16SwiftgradKernels10ThreadPoolO3run5tasks_ySi_ySiXEtFZ, .Lfunc_end29-$s16SwiftgradKernels10ThreadPoolO3run5tasks_ySi_ySiXEtFZ
	.cfi_endproc
                                        # -- End function
	.text
	.hidden	$s16SwiftgradKernels8GemmTaskV3runyySnySiG_AEtFAA16WideRegisterFileOyAA6F32x16VG_Tg5 # -- Begin function $s16SwiftgradKernels8GemmTaskV3runyySnySiG_AEtFAA16WideRegisterFileOyAA6F32x16VG_Tg5
	.weak	$s16SwiftgradKernels8GemmTaskV3runyySnySiG_AEtFAA16WideRegisterFileOyAA6F32x16VG_Tg5
	.p2align	4
	.type	$s16SwiftgradKernels8GemmTaskV3runyySnySiG_AEtFAA16WideRegisterFileOyAA6F32x16VG_Tg5,@function
$s16SwiftgradKernels8GemmTaskV3runyySnySiG_AEtFAA16WideRegisterFileOyAA6F32x16VG_Tg5: # @"$s16SwiftgradKernels8GemmTaskV3runyySnySiG_AEtFAA16WideRegisterFileOyAA6F32x16VG_Tg5"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$568, %rsp                      # imm = 0x238
	.cfi_def_cfa_offset 624
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%rdx, 112(%rsp)                 # 8-byte Spill
	movq	%rsi, %rbp
	subq	%rdi, %rbp
	movq	%fs:40, %rax
	movq	%rax, 560(%rsp)
	movq	%rdi, 96(%rsp)                  # 8-byte Spill
	jo	.LBB30_124
# %bb.1:
	movq	192(%r13), %rax
	movq	200(%r13), %rbx
	subq	%rax, %rbx
	movq	%rax, 248(%rsp)                 # 8-byte Spill
	jo	.LBB30_125
# %bb.2:
	movq	120(%r13), %rax
	cmpq	%rax, %rbx
	movq	%rax, 240(%rsp)                 # 8-byte Spill
	cmovlq	%rbx, %rax
	imulq	%rbp, %rax
	jo	.LBB30_126
# %bb.3:
	addq	$16, %rax
	jo	.LBB30_127
# %bb.4:
	movq	%rcx, %r15
	movabsq	$-2305843009213693952, %rcx     # imm = 0xE000000000000000
	addq	%rax, %rcx
	shrq	$62, %rcx
	cmpl	$3, %ecx
	jb	.LBB30_128
# %bb.5:
	testb	$1, 160(%r13)
	movq	%r13, 64(%rsp)                  # 8-byte Spill
	je	.LBB30_9
# %bb.6:
	shlq	$2, %rax
	movl	$64, %edx
	leaq	432(%rsp), %rdi
	movl	$64, %esi
	movq	$0, 432(%rsp)
	cmpq	$65, %rax
	cmovgeq	%rax, %rdx
	callq	posix_memalign@PLT
	testl	%eax, %eax
	jne	.LBB30_9
# %bb.7:
	movq	432(%rsp), %r8
	testq	%rbx, %rbx
	jg	.LBB30_10
	jmp	.LBB30_110
.LBB30_9:
	xorl	%r8d, %r8d
	testq	%rbx, %rbx
	jle	.LBB30_110
.LBB30_10:
	movq	64(%rsp), %rcx                  # 8-byte Reload
	movq	%rbx, %r11
	movq	%rbp, 200(%rsp)                 # 8-byte Spill
	movq	%r8, 104(%rsp)                  # 8-byte Spill
	movq	%r15, 72(%rsp)                  # 8-byte Spill
	movq	%r11, 224(%rsp)                 # 8-byte Spill
	vmovups	(%rcx), %zmm0
	vmovups	49(%rcx), %zmm1
	movq	208(%rcx), %rcx
	movq	%rcx, 120(%rsp)                 # 8-byte Spill
	vmovups	%zmm0, 432(%rsp)
	vmovups	%zmm1, 481(%rsp)
	movq	448(%rsp), %rax
	movq	464(%rsp), %r14
	movq	456(%rsp), %rsi
	movq	472(%rsp), %rdi
	movq	%rax, 280(%rsp)                 # 8-byte Spill
	movq	%r14, %rax
	imulq	96(%rsp), %rax                  # 8-byte Folded Reload
	testq	%rbp, %rbp
	movq	%rsi, 216(%rsp)                 # 8-byte Spill
	leaq	(,%rdi,4), %rdx
	leaq	(,%r14,4), %rbx
	movq	%rdi, 24(%rsp)                  # 8-byte Spill
	setle	%r9b
	testq	%r8, %r8
	sete	%cl
	movq	%rdx, 176(%rsp)                 # 8-byte Spill
	leaq	(%rsi,%rax,4), %rax
	movl	$1, %esi
	cmoveq	%r14, %rsi
	orb	%r9b, %cl
	movb	%cl, 15(%rsp)                   # 1-byte Spill
	leaq	28(%r8), %rcx
	movq	%rsi, 16(%rsp)                  # 8-byte Spill
	xorl	%esi, %esi
	movq	%rax, 232(%rsp)                 # 8-byte Spill
	movq	%rcx, 256(%rsp)                 # 8-byte Spill
	movq	%r14, %rcx
	shlq	$5, %rcx
	movq	%rcx, 264(%rsp)                 # 8-byte Spill
	.p2align	4
.LBB30_11:                              # =>This Loop Header: Depth=1
                                        #     Child Loop BB30_20 Depth 2
                                        #       Child Loop BB30_43 Depth 3
                                        #         Child Loop BB30_46 Depth 4
                                        #         Child Loop BB30_49 Depth 4
                                        #       Child Loop BB30_28 Depth 3
                                        #         Child Loop BB30_36 Depth 4
                                        #         Child Loop BB30_38 Depth 4
                                        #     Child Loop BB30_54 Depth 2
                                        #       Child Loop BB30_65 Depth 3
	subq	%rsi, %r11
	jo	.LBB30_119
# %bb.12:                               #   in Loop: Header=BB30_11 Depth=1
	movq	240(%rsp), %rax                 # 8-byte Reload
	movq	248(%rsp), %rdx                 # 8-byte Reload
	cmpq	%rax, %r11
	cmovgeq	%rax, %r11
	addq	%rsi, %rdx
	jo	.LBB30_120
# %bb.13:                               #   in Loop: Header=BB30_11 Depth=1
	movq	%rdx, %rax
	imulq	24(%rsp), %rax                  # 8-byte Folded Reload
	movq	232(%rsp), %rcx                 # 8-byte Reload
	cmpb	$0, 15(%rsp)                    # 1-byte Folded Reload
	movq	%rsi, 152(%rsp)                 # 8-byte Spill
	movq	%r11, 56(%rsp)                  # 8-byte Spill
	movq	%rdx, 144(%rsp)                 # 8-byte Spill
	leaq	(%rcx,%rax,4), %rax
	movq	%rax, 208(%rsp)                 # 8-byte Spill
	je	.LBB30_17
.LBB30_14:                              #   in Loop: Header=BB30_11 Depth=1
	cmpq	$0, 120(%rsp)                   # 8-byte Folded Reload
	je	.LBB30_50
# %bb.15:                               #   in Loop: Header=BB30_11 Depth=1
	movq	64(%rsp), %rax                  # 8-byte Reload
	movq	72(%rsp), %r15                  # 8-byte Reload
	movq	184(%rax), %rcx
	subq	176(%rax), %rcx
	jo	.LBB30_123
# %bb.16:                               #   in Loop: Header=BB30_11 Depth=1
	leaq	15(%rcx), %rax
	addq	$30, %rcx
	testq	%rax, %rax
	cmovnsq	%rax, %rcx
	shrq	$4, %rcx
	imulq	%rsi, %rcx
	shlq	$6, %rcx
	addq	120(%rsp), %rcx                 # 8-byte Folded Reload
	jmp	.LBB30_51
	.p2align	4
.LBB30_17:                              #   in Loop: Header=BB30_11 Depth=1
	leaq	(%r11,%rdx), %rax
	leaq	(,%r11,4), %rcx
	xorl	%r9d, %r9d
	leaq	-4(,%rax,4), %rax
	imulq	24(%rsp), %rax                  # 8-byte Folded Reload
	movq	%rcx, 48(%rsp)                  # 8-byte Spill
	addq	216(%rsp), %rax                 # 8-byte Folded Reload
	movq	%rax, 40(%rsp)                  # 8-byte Spill
	jmp	.LBB30_20
	.p2align	4
.LBB30_18:                              #   in Loop: Header=BB30_20 Depth=2
	movq	%r14, %rsi
	movq	%r15, %rdx
	movq	%r11, %rcx
	movq	%r15, %r9
	vzeroupper
	callq	($s16SwiftgradKernels7PackingO14transposeGroup33_BBD12EC23CA21D7A0861DF8BBA6EBD14LL____2to_ySPy6Vector_6ScalarQZG_S3iSpyAIGSitFZAA16WideRegisterFileOyAA6F32x16VG_Tt5g5)
	movq	56(%rsp), %r11                  # 8-byte Reload
.LBB30_19:                              #   in Loop: Header=BB30_20 Depth=2
	movq	32(%rsp), %r9                   # 8-byte Reload
	movq	200(%rsp), %rbp                 # 8-byte Reload
	movq	104(%rsp), %r8                  # 8-byte Reload
	movq	152(%rsp), %rsi                 # 8-byte Reload
	movq	144(%rsp), %rdx                 # 8-byte Reload
	addq	%r15, %r9
	cmpq	%rbp, %r9
	jge	.LBB30_14
.LBB30_20:                              #   Parent Loop BB30_11 Depth=1
                                        # =>  This Loop Header: Depth=2
                                        #       Child Loop BB30_43 Depth 3
                                        #         Child Loop BB30_46 Depth 4
                                        #         Child Loop BB30_49 Depth 4
                                        #       Child Loop BB30_28 Depth 3
                                        #         Child Loop BB30_36 Depth 4
                                        #         Child Loop BB30_38 Depth 4
	subq	%r9, %rbp
	movl	$12, %r15d
	cmpq	$11, %rbp
	jg	.LBB30_24
# %bb.21:                               #   in Loop: Header=BB30_20 Depth=2
	movl	$8, %r15d
	cmpq	$8, %rbp
	jge	.LBB30_24
# %bb.22:                               #   in Loop: Header=BB30_20 Depth=2
	movl	$4, %r15d
	cmpq	$3, %rbp
	jg	.LBB30_24
# %bb.23:                               #   in Loop: Header=BB30_20 Depth=2
	xorl	%r15d, %r15d
	cmpq	$2, %rbp
	setge	%r15b
	incq	%r15
	.p2align	4
.LBB30_24:                              #   in Loop: Header=BB30_20 Depth=2
	movq	208(%rsp), %rdx                 # 8-byte Reload
	movq	%r9, %rax
	movq	%r9, %rcx
	imulq	%r14, %rax
	imulq	%r11, %rcx
	movq	%r9, 32(%rsp)                   # 8-byte Spill
	leaq	(%r8,%rcx,4), %r8
	leaq	(%rdx,%rax,4), %rdi
	cmpq	$1, %r14
	jne	.LBB30_39
# %bb.25:                               #   in Loop: Header=BB30_20 Depth=2
	testq	%r11, %r11
	jle	.LBB30_19
# %bb.26:                               #   in Loop: Header=BB30_20 Depth=2
	movq	32(%rsp), %r9                   # 8-byte Reload
	movq	104(%rsp), %rsi                 # 8-byte Reload
	movq	24(%rsp), %rdx                  # 8-byte Reload
	leal	(,%r15,4), %eax
	movl	%r15d, %ebp
	leaq	(%r15,%r9), %rcx
	shrq	$61, %rdx
	imulq	%r11, %rcx
	movq	40(%rsp), %r11                  # 8-byte Reload
	andl	$1, %edx
	leaq	(%rsi,%rcx,4), %rcx
	movq	96(%rsp), %rsi                  # 8-byte Reload
	addq	%r9, %rsi
	movq	%r8, %r9
	imulq	%r14, %rsi
	leaq	(%r11,%rsi,4), %rsi
	addq	%rax, %rsi
	cmpq	%rsi, %r8
	setb	%sil
	cmpq	%rcx, %rdi
	setb	%cl
	andl	$-4, %ebp
	xorl	%r10d, %r10d
	andb	%sil, %cl
	movq	%rdi, %rsi
	orb	%dl, %cl
	jmp	.LBB30_28
	.p2align	4
.LBB30_27:                              #   in Loop: Header=BB30_28 Depth=3
	addq	176(%rsp), %rsi                 # 8-byte Folded Reload
	movq	56(%rsp), %r11                  # 8-byte Reload
	incq	%r10
	addq	%rax, %r9
	cmpq	%r11, %r10
	je	.LBB30_19
.LBB30_28:                              #   Parent Loop BB30_11 Depth=1
                                        #     Parent Loop BB30_20 Depth=2
                                        # =>    This Loop Header: Depth=3
                                        #         Child Loop BB30_36 Depth 4
                                        #         Child Loop BB30_38 Depth 4
	cmpq	$4, %r15
	setb	%dl
	orb	%cl, %dl
	testb	$1, %dl
	je	.LBB30_30
# %bb.29:                               #   in Loop: Header=BB30_28 Depth=3
	xorl	%edx, %edx
	jmp	.LBB30_34
	.p2align	4
.LBB30_30:                              #   in Loop: Header=BB30_28 Depth=3
	movq	%r10, %r12
	imulq	24(%rsp), %r12                  # 8-byte Folded Reload
	movq	%r10, %r11
	imulq	%r15, %r11
	vmovups	(%rdi,%r12,4), %xmm0
	vmovups	%xmm0, (%r8,%r11,4)
	cmpl	$4, %ebp
	je	.LBB30_33
# %bb.31:                               #   in Loop: Header=BB30_28 Depth=3
	vmovups	16(%rdi,%r12,4), %xmm0
	vmovups	%xmm0, 16(%r8,%r11,4)
	cmpl	$8, %ebp
	je	.LBB30_33
# %bb.32:                               #   in Loop: Header=BB30_28 Depth=3
	vmovups	32(%rdi,%r12,4), %xmm0
	vmovups	%xmm0, 32(%r8,%r11,4)
.LBB30_33:                              #   in Loop: Header=BB30_28 Depth=3
	movq	%rbp, %rdx
	cmpl	%ebp, %r15d
	je	.LBB30_27
.LBB30_34:                              #   in Loop: Header=BB30_28 Depth=3
	movl	%r15d, %r12d
	subl	%edx, %r12d
	movq	%rdx, %r11
	andl	$7, %r12d
	je	.LBB30_37
# %bb.35:                               #   in Loop: Header=BB30_28 Depth=3
	movq	%rdx, %r13
	.p2align	4
.LBB30_36:                              #   Parent Loop BB30_11 Depth=1
                                        #     Parent Loop BB30_20 Depth=2
                                        #       Parent Loop BB30_28 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%rsi,%r13,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	leaq	1(%r13), %r11
	decq	%r12
	vmovss	%xmm0, (%r9,%r13,4)
	movq	%r11, %r13
	jne	.LBB30_36
.LBB30_37:                              #   in Loop: Header=BB30_28 Depth=3
	subq	%r15, %rdx
	cmpq	$-8, %rdx
	ja	.LBB30_27
	.p2align	4
.LBB30_38:                              #   Parent Loop BB30_11 Depth=1
                                        #     Parent Loop BB30_20 Depth=2
                                        #       Parent Loop BB30_28 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%rsi,%r11,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%r9,%r11,4)
	vmovss	4(%rsi,%r11,4), %xmm0           # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 4(%r9,%r11,4)
	vmovss	8(%rsi,%r11,4), %xmm0           # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 8(%r9,%r11,4)
	vmovss	12(%rsi,%r11,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 12(%r9,%r11,4)
	vmovss	16(%rsi,%r11,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 16(%r9,%r11,4)
	vmovss	20(%rsi,%r11,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 20(%r9,%r11,4)
	vmovss	24(%rsi,%r11,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 24(%r9,%r11,4)
	vmovss	28(%rsi,%r11,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 28(%r9,%r11,4)
	addq	$8, %r11
	cmpq	%r11, %r15
	jne	.LBB30_38
	jmp	.LBB30_27
	.p2align	4
.LBB30_39:                              #   in Loop: Header=BB30_20 Depth=2
	cmpq	$1, 24(%rsp)                    # 8-byte Folded Reload
	je	.LBB30_18
# %bb.40:                               #   in Loop: Header=BB30_20 Depth=2
	testq	%r11, %r11
	jle	.LBB30_19
# %bb.41:                               #   in Loop: Header=BB30_20 Depth=2
	movq	48(%rsp), %rdx                  # 8-byte Reload
	leal	(,%r15,4), %esi
	movl	%r15d, %eax
	movl	%r15d, %ecx
	andl	$7, %eax
	andl	$-8, %ecx
	xorl	%r9d, %r9d
	imulq	32(%rsp), %rdx                  # 8-byte Folded Reload
	addq	256(%rsp), %rdx                 # 8-byte Folded Reload
	jmp	.LBB30_43
	.p2align	4
.LBB30_42:                              #   in Loop: Header=BB30_43 Depth=3
	addq	176(%rsp), %rdi                 # 8-byte Folded Reload
	movq	56(%rsp), %r11                  # 8-byte Reload
	incq	%r9
	addq	%rsi, %rdx
	addq	%rsi, %r8
	cmpq	%r11, %r9
	je	.LBB30_19
.LBB30_43:                              #   Parent Loop BB30_11 Depth=1
                                        #     Parent Loop BB30_20 Depth=2
                                        # =>    This Loop Header: Depth=3
                                        #         Child Loop BB30_46 Depth 4
                                        #         Child Loop BB30_49 Depth 4
	cmpl	$8, %r15d
	jae	.LBB30_45
# %bb.44:                               #   in Loop: Header=BB30_43 Depth=3
	xorl	%r10d, %r10d
	jmp	.LBB30_47
	.p2align	4
.LBB30_45:                              #   in Loop: Header=BB30_43 Depth=3
	movq	264(%rsp), %rbp                 # 8-byte Reload
	movq	%rdi, %r11
	xorl	%r10d, %r10d
	.p2align	4
.LBB30_46:                              #   Parent Loop BB30_11 Depth=1
                                        #     Parent Loop BB30_20 Depth=2
                                        #       Parent Loop BB30_43 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%r11), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	leaq	(%r11,%rbx), %r12
	leaq	(%rbx,%rbx), %r13
	addq	%rbx, %r12
	addq	%r12, %r13
	vmovss	%xmm0, -28(%rdx,%r10,4)
	vmovss	(%r11,%r14,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -24(%rdx,%r10,4)
	vmovss	(%r11,%r14,8), %xmm0            # xmm0 = mem[0],zero,zero,zero
	addq	%rbp, %r11
	vmovss	%xmm0, -20(%rdx,%r10,4)
	vmovss	(%r12,%r14,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -16(%rdx,%r10,4)
	vmovss	(%r12,%r14,8), %xmm0            # xmm0 = mem[0],zero,zero,zero
	leaq	(%r13,%r14,4), %r12
	vmovss	%xmm0, -12(%rdx,%r10,4)
	vmovss	(%r13,%r14,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -8(%rdx,%r10,4)
	vmovss	(%rbx,%r12), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%rbx, %r12
	vmovss	%xmm0, -4(%rdx,%r10,4)
	vmovss	(%rbx,%r12), %xmm0              # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%rdx,%r10,4)
	addq	$8, %r10
	cmpq	%r10, %rcx
	jne	.LBB30_46
.LBB30_47:                              #   in Loop: Header=BB30_43 Depth=3
	testq	%rax, %rax
	je	.LBB30_42
# %bb.48:                               #   in Loop: Header=BB30_43 Depth=3
	leaq	(%r8,%r10,4), %r11
	imulq	%rbx, %r10
	xorl	%r12d, %r12d
	addq	%rdi, %r10
	.p2align	4
.LBB30_49:                              #   Parent Loop BB30_11 Depth=1
                                        #     Parent Loop BB30_20 Depth=2
                                        #       Parent Loop BB30_43 Depth=3
                                        # =>      This Inner Loop Header: Depth=4
	vmovss	(%r10), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	addq	%rbx, %r10
	vmovss	%xmm0, (%r11,%r12,4)
	incq	%r12
	cmpq	%r12, %rax
	jne	.LBB30_49
	jmp	.LBB30_42
	.p2align	4
.LBB30_50:                              #   in Loop: Header=BB30_11 Depth=1
	movq	72(%rsp), %r15                  # 8-byte Reload
	xorl	%ecx, %ecx
.LBB30_51:                              #   in Loop: Header=BB30_11 Depth=1
	addq	%r11, %rdx
	movq	%rdx, 288(%rsp)                 # 8-byte Spill
	jo	.LBB30_121
# %bb.52:                               #   in Loop: Header=BB30_11 Depth=1
	cmpq	%r15, 112(%rsp)                 # 8-byte Folded Reload
	jge	.LBB30_108
# %bb.53:                               #   in Loop: Header=BB30_11 Depth=1
	movq	64(%rsp), %rax                  # 8-byte Reload
	movq	%rcx, 136(%rsp)                 # 8-byte Spill
	movq	176(%rax), %rax
	movq	%rax, 128(%rsp)                 # 8-byte Spill
	movq	112(%rsp), %rax                 # 8-byte Reload
	.p2align	4
.LBB30_54:                              #   Parent Loop BB30_11 Depth=1
                                        # =>  This Loop Header: Depth=2
                                        #       Child Loop BB30_65 Depth 3
	subq	%rax, %r15
	jo	.LBB30_114
# %bb.55:                               #   in Loop: Header=BB30_54 Depth=2
	xorl	%edx, %edx
	cmpq	$17, %r15
	movl	$32, %r9d
	movq	%rax, 160(%rsp)                 # 8-byte Spill
	movq	%r15, 272(%rsp)                 # 8-byte Spill
	setge	%dl
	incq	%rdx
	cmpq	$32, %r15
	cmovlq	%r15, %r9
	movq	%rdx, 168(%rsp)                 # 8-byte Spill
	testq	%rcx, %rcx
	je	.LBB30_59
# %bb.56:                               #   in Loop: Header=BB30_54 Depth=2
	movq	128(%rsp), %rcx                 # 8-byte Reload
	addq	%rax, %rcx
	movq	%rcx, 80(%rsp)                  # 8-byte Spill
	jo	.LBB30_116
# %bb.57:                               #   in Loop: Header=BB30_54 Depth=2
	testq	%rbp, %rbp
	jle	.LBB30_106
# %bb.58:                               #   in Loop: Header=BB30_54 Depth=2
	movq	168(%rsp), %rax                 # 8-byte Reload
                                        # kill: def $eax killed $eax killed $rax def $rax
	shll	$4, %eax
	movq	$0, 88(%rsp)                    # 8-byte Folded Spill
	movq	%rax, 40(%rsp)                  # 8-byte Spill
	jmp	.LBB30_62
	.p2align	4
.LBB30_59:                              #   in Loop: Header=BB30_54 Depth=2
	movl	%edx, %ecx
	shll	$4, %ecx
	movq	%rcx, 40(%rsp)                  # 8-byte Spill
	subq	%r9, %rcx
	movq	%rcx, 88(%rsp)                  # 8-byte Spill
	jo	.LBB30_117
# %bb.60:                               #   in Loop: Header=BB30_54 Depth=2
	movq	128(%rsp), %rcx                 # 8-byte Reload
	addq	%rax, %rcx
	movq	%rcx, 80(%rsp)                  # 8-byte Spill
	jo	.LBB30_118
# %bb.61:                               #   in Loop: Header=BB30_54 Depth=2
	testq	%rbp, %rbp
	jle	.LBB30_106
.LBB30_62:                              #   in Loop: Header=BB30_54 Depth=2
	movq	144(%rsp), %rcx                 # 8-byte Reload
	movq	488(%rsp), %rdi
	movq	80(%rsp), %rdx                  # 8-byte Reload
	movq	512(%rsp), %r13
	movq	%r9, 32(%rsp)                   # 8-byte Spill
	testq	%rcx, %rcx
	movq	%rdi, %rax
	setne	%sil
	orb	520(%rsp), %sil
	imulq	%rcx, %rax
	movq	%rdx, %rcx
	leaq	(,%rdx,4), %rdx
	addq	504(%rsp), %rdx
	subq	88(%rsp), %rcx                  # 8-byte Folded Reload
	shlq	$2, %rax
	addq	480(%rsp), %rax
	andb	$1, %sil
	movq	%rdx, 296(%rsp)                 # 8-byte Spill
	movq	160(%rsp), %rdx                 # 8-byte Reload
	movb	%sil, 48(%rsp)                  # 1-byte Spill
	movq	136(%rsp), %rsi                 # 8-byte Reload
	leaq	(%rax,%rcx,4), %rax
	imulq	%r11, %rdx
	testq	%rsi, %rsi
	cmovneq	40(%rsp), %rdi                  # 8-byte Folded Reload
	leaq	(%rsi,%rdx,4), %rcx
	cmoveq	%rax, %rcx
	xorl	%r12d, %r12d
	movq	%rcx, 184(%rsp)                 # 8-byte Spill
	movq	%rdi, 192(%rsp)                 # 8-byte Spill
	jmp	.LBB30_65
	.p2align	4
.LBB30_63:                              #   in Loop: Header=BB30_65 Depth=3
	movq	80(%rsp), %rcx                  # 8-byte Reload
	movq	32(%rsp), %r8                   # 8-byte Reload
	leaq	432(%rsp), %rdi
	movq	%rbp, %rsi
	movq	%r15, %rdx
	callq	($s16SwiftgradKernels12TileEpilogueO3run33_D4B467495C0F5B92A3FDFF4F4D85CD1ALLyyAA13MatrixProductVy6Vector_6ScalarQZG_S4itFZAA16WideRegisterFileOyAA6F32x16VG_Tt4g5)
.LBB30_64:                              #   in Loop: Header=BB30_65 Depth=3
	movq	200(%rsp), %rbp                 # 8-byte Reload
	movq	104(%rsp), %r8                  # 8-byte Reload
	movq	56(%rsp), %r11                  # 8-byte Reload
	movq	32(%rsp), %r9                   # 8-byte Reload
	addq	%r15, %r12
	cmpq	%rbp, %r12
	jge	.LBB30_106
.LBB30_65:                              #   Parent Loop BB30_11 Depth=1
                                        #     Parent Loop BB30_54 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	subq	%r12, %rbp
	movl	$12, %r15d
	cmpq	$11, %rbp
	jg	.LBB30_69
# %bb.66:                               #   in Loop: Header=BB30_65 Depth=3
	movl	$8, %r15d
	cmpq	$8, %rbp
	jge	.LBB30_69
# %bb.67:                               #   in Loop: Header=BB30_65 Depth=3
	movl	$4, %r15d
	cmpq	$3, %rbp
	jg	.LBB30_69
# %bb.68:                               #   in Loop: Header=BB30_65 Depth=3
	xorl	%r15d, %r15d
	cmpq	$2, %rbp
	setge	%r15b
	incq	%r15
	.p2align	4
.LBB30_69:                              #   in Loop: Header=BB30_65 Depth=3
	movq	96(%rsp), %rcx                  # 8-byte Reload
	movq	208(%rsp), %rdx                 # 8-byte Reload
	movq	%r12, %rax
	imulq	%r14, %rax
	movq	296(%rsp), %rdi                 # 8-byte Reload
	leaq	(%r12,%rcx), %rbp
	movq	%r12, %rcx
	imulq	%r11, %rcx
	leaq	(%rdx,%rax,4), %rax
	movq	%rbp, %rsi
	imulq	%r13, %rsi
	testq	%r8, %r8
	leaq	(%r8,%rcx,4), %rdx
	movq	%r15, %rcx
	cmoveq	24(%rsp), %rcx                  # 8-byte Folded Reload
	cmoveq	%rax, %rdx
	leaq	(%rdi,%rsi,4), %rax
	cmpq	40(%rsp), %r9                   # 8-byte Folded Reload
	jne	.LBB30_75
# %bb.70:                               #   in Loop: Header=BB30_65 Depth=3
	movq	16(%rsp), %rdi                  # 8-byte Reload
	movq	%rdx, 304(%rsp)
	movq	184(%rsp), %rdx                 # 8-byte Reload
	cmpq	$16, 272(%rsp)                  # 8-byte Folded Reload
	leaq	-2(%r15), %rsi
	movq	%rdi, 312(%rsp)
	movq	%rcx, 320(%rsp)
	movq	192(%rsp), %rcx                 # 8-byte Reload
	movq	%rdx, 328(%rsp)
	movq	%rcx, 336(%rsp)
	movzbl	48(%rsp), %ecx                  # 1-byte Folded Reload
	movq	%rax, 344(%rsp)
	rorxq	$1, %rsi, %rax
	movq	%r13, 352(%rsp)
	movb	%cl, 360(%rsp)
	jle	.LBB30_80
# %bb.71:                               #   in Loop: Header=BB30_65 Depth=3
	cmpq	$5, %rax
	ja	.LBB30_96
# %bb.72:                               #   in Loop: Header=BB30_65 Depth=3
	leaq	.LJTI30_1(%rip), %rcx
	movslq	(%rcx,%rax,4), %rax
	addq	%rcx, %rax
	jmpq	*%rax
.LBB30_73:                              #   in Loop: Header=BB30_65 Depth=3
	cmpq	$1, 16(%rsp)                    # 8-byte Folded Reload
	jne	.LBB30_100
# %bb.74:                               #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5)
	jmp	.LBB30_76
	.p2align	4
.LBB30_75:                              #   in Loop: Header=BB30_65 Depth=3
	movq	16(%rsp), %rsi                  # 8-byte Reload
	movq	%rdx, 368(%rsp)
	movq	184(%rsp), %rdx                 # 8-byte Reload
	movq	88(%rsp), %r8                   # 8-byte Reload
	movq	%r15, %rdi
	movq	%rsi, 376(%rsp)
	movq	%rcx, 384(%rsp)
	movq	192(%rsp), %rcx                 # 8-byte Reload
	movq	%rdx, 392(%rsp)
	movq	168(%rsp), %rsi                 # 8-byte Reload
	movq	%r11, %rdx
	movq	%rcx, 400(%rsp)
	movzbl	48(%rsp), %ecx                  # 1-byte Folded Reload
	movq	%rax, 408(%rsp)
	movq	%r13, 416(%rsp)
	movb	%cl, 424(%rsp)
	leaq	368(%rsp), %rcx
	vzeroupper
	callq	($s16SwiftgradKernels8GemmTaskV4edge33_31432DCE3BA47970389B575D743FC32ALLyySi_S2iAA12TileOperandsVy6Vector_6ScalarQZGS2itFAA16WideRegisterFileOyAA6F32x16VG_Tg5Tf4nnnnnnd_n)
.LBB30_76:                              #   in Loop: Header=BB30_65 Depth=3
	movq	288(%rsp), %rax                 # 8-byte Reload
	cmpq	280(%rsp), %rax                 # 8-byte Folded Reload
	jne	.LBB30_64
# %bb.77:                               #   in Loop: Header=BB30_65 Depth=3
	cmpq	$0, 528(%rsp)
	jne	.LBB30_63
# %bb.78:                               #   in Loop: Header=BB30_65 Depth=3
	cmpq	$0, 536(%rsp)
	jne	.LBB30_63
# %bb.79:                               #   in Loop: Header=BB30_65 Depth=3
	cmpb	$0, 544(%rsp)
	je	.LBB30_64
	jmp	.LBB30_63
	.p2align	4
.LBB30_80:                              #   in Loop: Header=BB30_65 Depth=3
	cmpq	$5, %rax
	ja	.LBB30_97
# %bb.81:                               #   in Loop: Header=BB30_65 Depth=3
	leaq	.LJTI30_0(%rip), %rcx
	movslq	(%rcx,%rax,4), %rax
	addq	%rcx, %rax
	jmpq	*%rax
.LBB30_82:                              #   in Loop: Header=BB30_65 Depth=3
	cmpq	$1, 16(%rsp)                    # 8-byte Folded Reload
	jne	.LBB30_101
# %bb.83:                               #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5)
	jmp	.LBB30_76
.LBB30_84:                              #   in Loop: Header=BB30_65 Depth=3
	cmpq	$1, 16(%rsp)                    # 8-byte Folded Reload
	jne	.LBB30_98
# %bb.85:                               #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5)
	jmp	.LBB30_76
.LBB30_86:                              #   in Loop: Header=BB30_65 Depth=3
	cmpq	$1, 16(%rsp)                    # 8-byte Folded Reload
	jne	.LBB30_99
# %bb.87:                               #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5)
	jmp	.LBB30_76
.LBB30_88:                              #   in Loop: Header=BB30_65 Depth=3
	cmpq	$1, 16(%rsp)                    # 8-byte Folded Reload
	jne	.LBB30_102
# %bb.89:                               #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5)
	jmp	.LBB30_76
.LBB30_90:                              #   in Loop: Header=BB30_65 Depth=3
	cmpq	$1, 16(%rsp)                    # 8-byte Folded Reload
	jne	.LBB30_103
# %bb.91:                               #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5)
	jmp	.LBB30_76
.LBB30_92:                              #   in Loop: Header=BB30_65 Depth=3
	cmpq	$1, 16(%rsp)                    # 8-byte Folded Reload
	jne	.LBB30_104
# %bb.93:                               #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5)
	jmp	.LBB30_76
.LBB30_94:                              #   in Loop: Header=BB30_65 Depth=3
	cmpq	$1, 16(%rsp)                    # 8-byte Folded Reload
	jne	.LBB30_105
# %bb.95:                               #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5)
	jmp	.LBB30_76
.LBB30_96:                              #   in Loop: Header=BB30_65 Depth=3
	cmpq	$1, 16(%rsp)                    # 8-byte Folded Reload
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$1_$1_Tt1g5Tm)
	jmp	.LBB30_76
.LBB30_97:                              #   in Loop: Header=BB30_65 Depth=3
	cmpq	$1, 16(%rsp)                    # 8-byte Folded Reload
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$0_$0_Tt1g5Tm)
	jmp	.LBB30_76
.LBB30_98:                              #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5)
	jmp	.LBB30_76
.LBB30_99:                              #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5)
	jmp	.LBB30_76
.LBB30_100:                             #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5)
	jmp	.LBB30_76
.LBB30_101:                             #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5)
	jmp	.LBB30_76
.LBB30_102:                             #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5)
	jmp	.LBB30_76
.LBB30_103:                             #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5)
	jmp	.LBB30_76
.LBB30_104:                             #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5)
	jmp	.LBB30_76
.LBB30_105:                             #   in Loop: Header=BB30_65 Depth=3
	leaq	304(%rsp), %rsi
	movq	%r11, %rdi
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5)
	jmp	.LBB30_76
	.p2align	4
.LBB30_106:                             #   in Loop: Header=BB30_54 Depth=2
	movq	160(%rsp), %rax                 # 8-byte Reload
	addq	%r9, %rax
	jo	.LBB30_115
# %bb.107:                              #   in Loop: Header=BB30_54 Depth=2
	movq	72(%rsp), %r15                  # 8-byte Reload
	movq	152(%rsp), %rsi                 # 8-byte Reload
	movq	136(%rsp), %rcx                 # 8-byte Reload
	cmpq	%r15, %rax
	jl	.LBB30_54
.LBB30_108:                             #   in Loop: Header=BB30_11 Depth=1
	addq	%r11, %rsi
	jo	.LBB30_122
# %bb.109:                              #   in Loop: Header=BB30_11 Depth=1
	movq	224(%rsp), %r11                 # 8-byte Reload
	cmpq	%r11, %rsi
	jl	.LBB30_11
.LBB30_110:
	testq	%r8, %r8
	je	.LBB30_112
# %bb.111:
	movq	%r8, %rdi
	vzeroupper
	callq	free@PLT
.LBB30_112:
	movq	%fs:40, %rax
	cmpq	560(%rsp), %rax
	jne	.LBB30_129
# %bb.113:
	addq	$568, %rsp                      # imm = 0x238
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB30_114:
	.cfi_def_cfa_offset 624
	#APP
	#NO_APP
	ud2
.LBB30_115:
	#APP
	#NO_APP
	ud2
.LBB30_116:
	#APP
	#NO_APP
	ud2
.LBB30_117:
	#APP
	#NO_APP
	ud2
.LBB30_118:
	#APP
	#NO_APP
	ud2
.LBB30_119:
	#APP
	#NO_APP
	ud2
.LBB30_120:
	#APP
	#NO_APP
	ud2
.LBB30_121:
	#APP
	#NO_APP
	ud2
.LBB30_122:
	#APP
	#NO_APP
	ud2
.LBB30_123:
	#APP
	#NO_APP
	ud2
.LBB30_124:
	#APP
	#NO_APP
	ud2
.LBB30_125:
	#APP
	#NO_APP
	ud2
.LBB30_126:
	#APP
	#NO_APP
	ud2
.LBB30_127:
	#APP
	#NO_APP
	ud2
.LBB30_128:
	#APP
	#NO_APP
	ud2
.LBB30_129:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end30:
	.size	$s16SwiftgradKernels8GemmTaskV3runyySnySiG_AEtFAA16WideRegisterFileOyAA6F32x16VG_Tg5, .Lfunc_end30-$s16SwiftgradKernels8GemmTaskV3runyySnySiG_AEtFAA16WideRegisterFileOyAA6F32x16VG_Tg5
	.cfi_endproc
	.section	.rodata,"a",@progbits
	.p2align	2, 0x0
.LJTI30_0:
	.long	.LBB30_82-.LJTI30_0
	.long	.LBB30_90-.LJTI30_0
	.long	.LBB30_97-.LJTI30_0
	.long	.LBB30_86-.LJTI30_0
	.long	.LBB30_97-.LJTI30_0
	.long	.LBB30_94-.LJTI30_0
.LJTI30_1:
	.long	.LBB30_73-.LJTI30_1
	.long	.LBB30_88-.LJTI30_1
	.long	.LBB30_96-.LJTI30_1
	.long	.LBB30_84-.LJTI30_1
	.long	.LBB30_96-.LJTI30_1
	.long	.LBB30_92-.LJTI30_1
                                        # -- End function
	.section	".text.$s16SwiftgradKernels11MachinePeakO25float32GigaflopsPerSecondSdyFZ","axR",@progbits
	.protected	$s16SwiftgradKernels11MachinePeakO25float32GigaflopsPerSecondSdyFZ # -- Begin function $s16SwiftgradKernels11MachinePeakO25float32GigaflopsPerSecondSdyFZ
	.globl	$s16SwiftgradKernels11MachinePeakO25float32GigaflopsPerSecondSdyFZ
	.p2align	4
	.type	$s16SwiftgradKernels11MachinePeakO25float32GigaflopsPerSecondSdyFZ,@function
$s16SwiftgradKernels11MachinePeakO25float32GigaflopsPerSecondSdyFZ: # @"$s16SwiftgradKernels11MachinePeakO25float32GigaflopsPerSecondSdyFZ"
# %bb.0:
	jmp	($s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO7measureSdyFZAA6F32x16V_$23_Ttg5) # TAILCALL
.Lfunc_end31:
	.size	$s16SwiftgradKernels11MachinePeakO25float32GigaflopsPerSecondSdyFZ, .Lfunc_end31-$s16SwiftgradKernels11MachinePeakO25float32GigaflopsPerSecondSdyFZ
                                        # -- End function
	.section	.rodata.cst8,"aM",@progbits,8
	.p2align	3, 0x0                          # -- Begin function $s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO7measureSdyFZAA6F32x16V_$23_Ttg5
.LCPI32_0:
	.quad	0x41cdcd6500000000              # double 1.0E+9
.LCPI32_1:
	.quad	0x41924f8000000000              # double 7.68E+7
	.text
	.p2align	4
	.type	$s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO7measureSdyFZAA6F32x16V_$23_Ttg5,@function
$s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO7measureSdyFZAA6F32x16V_$23_Ttg5: # @"$s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO7measureSdyFZAA6F32x16V_$23_Ttg5"
# %bb.0:
	pushq	%r14
	pushq	%rbx
	subq	$88, %rsp
	vmovddup	.LCPI32_0(%rip), %xmm0          # xmm0 = [1.0E+9,1.0E+9]
                                        # xmm0 = mem[0,0]
	movq	%fs:40, %rax
	movl	$20, %r14d
	leaq	64(%rsp), %rbx
	movq	%rax, 80(%rsp)
	vmovapd	%xmm0, 16(%rsp)                 # 16-byte Spill
	vxorpd	%xmm0, %xmm0, %xmm0
	.p2align	4
.LBB32_1:                               # =>This Inner Loop Header: Depth=1
	movl	$1, %edi
	vmovapd	%xmm0, 48(%rsp)                 # 16-byte Spill
	vxorpd	%xmm0, %xmm0, %xmm0
	movq	%rbx, %rsi
	vmovapd	%xmm0, 64(%rsp)
	callq	clock_gettime@PLT
	callq	($s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO3runy6ScalarQzSiFZAA6F32x16V_$23_Tt1g5)
	vmovss	%xmm0, 12(%rsp)                 # 4-byte Spill
	vmovaps	64(%rsp), %xmm0
	movl	$1, %edi
	movq	%rbx, %rsi
	vmovaps	%xmm0, 32(%rsp)                 # 16-byte Spill
	vxorps	%xmm0, %xmm0, %xmm0
	vmovaps	%xmm0, 64(%rsp)
	callq	clock_gettime@PLT
	vmovaps	64(%rsp), %xmm2
	vmovaps	32(%rsp), %xmm3                 # 16-byte Reload
	vmovapd	48(%rsp), %xmm0                 # 16-byte Reload
	vmovlhps	%xmm3, %xmm2, %xmm1             # xmm1 = xmm2[0],xmm3[0]
	vunpckhpd	%xmm3, %xmm2, %xmm2     # xmm2 = xmm2[1],xmm3[1]
	vmovss	12(%rsp), %xmm3                 # 4-byte Reload
                                        # xmm3 = mem[0],zero,zero,zero
	vcvtqq2pd	%xmm1, %xmm1
	vmulpd	16(%rsp), %xmm1, %xmm1          # 16-byte Folded Reload
	vcvtqq2pd	%xmm2, %xmm2
	vucomiss	%xmm3, %xmm3
	vaddpd	%xmm2, %xmm1, %xmm2
	setnp	%al
	decq	%r14
	vshufpd	$1, %xmm2, %xmm2, %xmm1         # xmm1 = xmm2[1,0]
	vsubpd	%xmm1, %xmm2, %xmm3
	vmovsd	.LCPI32_1(%rip), %xmm1          # xmm1 = [7.68E+7,0.0E+0]
	vmovapd	%xmm0, %xmm2
	vdivsd	%xmm3, %xmm1, %xmm1
	vcmplesd	%xmm1, %xmm0, %k1
	vmovsd	%xmm1, %xmm2, %xmm2 {%k1}
	kmovd	%eax, %k1
	vmovapd	%xmm0, %xmm1
	vmovsd	%xmm2, %xmm1, %xmm1 {%k1}
	vxorpd	%xmm2, %xmm2, %xmm2
	vcmpltsd	%xmm3, %xmm2, %k1
	vmovsd	%xmm1, %xmm0, %xmm0 {%k1}
	jne	.LBB32_1
# %bb.2:
	movq	%fs:40, %rax
	cmpq	80(%rsp), %rax
	jne	.LBB32_4
# %bb.3:
	addq	$88, %rsp
	popq	%rbx
	popq	%r14
	retq
.LBB32_4:
	callq	__stack_chk_fail@PLT
.Lfunc_end32:
	.size	$s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO7measureSdyFZAA6F32x16V_$23_Ttg5, .Lfunc_end32-$s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO7measureSdyFZAA6F32x16V_$23_Ttg5
                                        # -- End function
	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2, 0x0                          # -- Begin function $s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO3runy6ScalarQzSiFZAA6F32x16V_$23_Tt1g5
.LCPI33_0:
	.long	0x3f800000                      # float 1
.LCPI33_1:
	.long	0x3f000000                      # float 0.5
	.section	.rodata,"a",@progbits
	.p2align	6, 0x0
.LCPI33_2:
	.quad	0                               # 0x0
	.quad	1                               # 0x1
	.quad	2                               # 0x2
	.quad	3                               # 0x3
	.quad	4                               # 0x4
	.quad	5                               # 0x5
	.quad	6                               # 0x6
	.quad	8                               # 0x8
	.text
	.p2align	4
	.type	$s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO3runy6ScalarQzSiFZAA6F32x16V_$23_Tt1g5,@function
$s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO3runy6ScalarQzSiFZAA6F32x16V_$23_Tt1g5: # @"$s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO3runy6ScalarQzSiFZAA6F32x16V_$23_Tt1g5"
# %bb.0:
	subq	$1544, %rsp                     # imm = 0x608
	movq	%fs:40, %rax
	movl	$1536, %edx                     # imm = 0x600
	movq	%rsp, %rdi
	xorl	%esi, %esi
	movq	%rax, 1536(%rsp)
	callq	memset@PLT
	vbroadcastss	.LCPI33_0(%rip), %zmm24 # zmm24 = [1.0E+0,1.0E+0,1.0E+0,1.0E+0,1.0E+0,1.0E+0,1.0E+0,1.0E+0,1.0E+0,1.0E+0,1.0E+0,1.0E+0,1.0E+0,1.0E+0,1.0E+0,1.0E+0]
	vbroadcastss	.LCPI33_1(%rip), %zmm25 # zmm25 = [5.0E-1,5.0E-1,5.0E-1,5.0E-1,5.0E-1,5.0E-1,5.0E-1,5.0E-1,5.0E-1,5.0E-1,5.0E-1,5.0E-1,5.0E-1,5.0E-1,5.0E-1,5.0E-1]
	vmovups	(%rsp), %zmm22
	vmovups	64(%rsp), %zmm21
	vmovups	128(%rsp), %zmm20
	vmovups	192(%rsp), %zmm19
	vmovups	256(%rsp), %zmm18
	vmovups	320(%rsp), %zmm17
	vmovups	384(%rsp), %zmm16
	vmovups	448(%rsp), %zmm15
	vmovups	512(%rsp), %zmm14
	vmovups	576(%rsp), %zmm13
	vmovups	640(%rsp), %zmm12
	vmovups	704(%rsp), %zmm11
	vmovups	768(%rsp), %zmm10
	vmovups	832(%rsp), %zmm9
	vmovups	896(%rsp), %zmm8
	vmovups	960(%rsp), %zmm7
	vmovups	1024(%rsp), %zmm6
	vmovups	1088(%rsp), %zmm5
	vmovups	1152(%rsp), %zmm4
	vmovups	1216(%rsp), %zmm3
	vmovups	1280(%rsp), %zmm2
	vmovups	1344(%rsp), %zmm1
	vmovups	1408(%rsp), %zmm0
	vmovups	1472(%rsp), %zmm23
	movl	$100000, %eax                   # imm = 0x186A0
	.p2align	4
.LBB33_1:                               # =>This Inner Loop Header: Depth=1
	vfmadd213ps	%zmm24, %zmm25, %zmm22  # zmm22 = (zmm25 * zmm22) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm21  # zmm21 = (zmm25 * zmm21) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm20  # zmm20 = (zmm25 * zmm20) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm19  # zmm19 = (zmm25 * zmm19) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm18  # zmm18 = (zmm25 * zmm18) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm17  # zmm17 = (zmm25 * zmm17) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm16  # zmm16 = (zmm25 * zmm16) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm15  # zmm15 = (zmm25 * zmm15) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm14  # zmm14 = (zmm25 * zmm14) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm13  # zmm13 = (zmm25 * zmm13) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm12  # zmm12 = (zmm25 * zmm12) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm11  # zmm11 = (zmm25 * zmm11) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm10  # zmm10 = (zmm25 * zmm10) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm9   # zmm9 = (zmm25 * zmm9) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm8   # zmm8 = (zmm25 * zmm8) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm7   # zmm7 = (zmm25 * zmm7) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm6   # zmm6 = (zmm25 * zmm6) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm5   # zmm5 = (zmm25 * zmm5) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm4   # zmm4 = (zmm25 * zmm4) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm3   # zmm3 = (zmm25 * zmm3) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm2   # zmm2 = (zmm25 * zmm2) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm1   # zmm1 = (zmm25 * zmm1) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm0   # zmm0 = (zmm25 * zmm0) + zmm24
	vfmadd213ps	%zmm24, %zmm25, %zmm23  # zmm23 = (zmm25 * zmm23) + zmm24
	decq	%rax
	jne	.LBB33_1
# %bb.2:
	vmovups	%zmm22, (%rsp)
	vmovups	%zmm21, 64(%rsp)
	vmovups	%zmm20, 128(%rsp)
	vmovups	%zmm19, 192(%rsp)
	vmovups	%zmm18, 256(%rsp)
	vmovups	%zmm17, 320(%rsp)
	vmovups	%zmm16, 384(%rsp)
	vmovups	%zmm15, 448(%rsp)
	vmovups	%zmm14, 512(%rsp)
	vmovups	%zmm13, 576(%rsp)
	vmovups	%zmm12, 640(%rsp)
	vmovups	%zmm11, 704(%rsp)
	vmovups	%zmm10, 768(%rsp)
	vmovups	%zmm9, 832(%rsp)
	vmovups	%zmm8, 896(%rsp)
	vmovups	%zmm7, 960(%rsp)
	vmovups	%zmm6, 1024(%rsp)
	vmovups	%zmm5, 1088(%rsp)
	vmovups	%zmm4, 1152(%rsp)
	vmovups	%zmm3, 1216(%rsp)
	vmovups	%zmm2, 1280(%rsp)
	vmovups	%zmm1, 1344(%rsp)
	vmovapd	.LCPI33_2(%rip), %zmm1          # zmm1 = [0,1,2,3,4,5,6,8]
	movl	$128, %eax
	vmovups	%zmm0, 1408(%rsp)
	vmovups	%zmm23, 1472(%rsp)
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm0, %xmm0, %xmm0
	.p2align	4
.LBB33_3:                               # =>This Inner Loop Header: Depth=1
	vaddps	-128(%rsp,%rax), %zmm3, %zmm2
	vmovddup	-72(%rsp,%rax), %xmm3           # xmm3 = mem[0,0]
	vaddps	%xmm3, %xmm0, %xmm0
	vmovddup	-8(%rsp,%rax), %xmm3            # xmm3 = mem[0,0]
	vpermt2pd	%zmm0, %zmm1, %zmm2
	vaddps	-64(%rsp,%rax), %zmm2, %zmm2
	vaddps	%xmm3, %xmm0, %xmm0
	vmovddup	56(%rsp,%rax), %xmm3            # xmm3 = mem[0,0]
	vpermt2pd	%zmm0, %zmm1, %zmm2
	vaddps	(%rsp,%rax), %zmm2, %zmm2
	addq	$192, %rax
	vaddps	%xmm3, %xmm0, %xmm0
	vmovaps	%zmm2, %zmm3
	vpermt2pd	%zmm0, %zmm1, %zmm3
	cmpq	$1664, %rax                     # imm = 0x680
	jne	.LBB33_3
# %bb.4:
	movq	%fs:40, %rax
	cmpq	1536(%rsp), %rax
	jne	.LBB33_6
# %bb.5:
	vextractf64x4	$1, %zmm2, %ymm6
	vextractf128	$1, %ymm2, %xmm3
	vextractf32x4	$2, %zmm2, %xmm5
	vshufpd	$1, %xmm2, %xmm2, %xmm1         # xmm1 = xmm2[1,0]
	vshufpd	$1, %xmm6, %xmm6, %xmm7         # xmm7 = xmm6[1,0]
	vextractf128	$1, %ymm6, %xmm6
	vshufpd	$1, %xmm3, %xmm3, %xmm4         # xmm4 = xmm3[1,0]
	vaddps	%xmm5, %xmm2, %xmm2
	vaddps	%xmm7, %xmm1, %xmm1
	vaddps	%xmm0, %xmm4, %xmm0
	vaddps	%xmm6, %xmm3, %xmm3
	vaddps	%xmm0, %xmm1, %xmm0
	vaddps	%xmm3, %xmm2, %xmm2
	vaddps	%xmm0, %xmm2, %xmm0
	vmovshdup	%xmm0, %xmm1            # xmm1 = xmm0[1,1,3,3]
	vaddss	%xmm1, %xmm0, %xmm0
	addq	$1544, %rsp                     # imm = 0x608
	vzeroupper
	retq
.LBB33_6:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end33:
	.size	$s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO3runy6ScalarQzSiFZAA6F32x16V_$23_Tt1g5, .Lfunc_end33-$s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO3runy6ScalarQzSiFZAA6F32x16V_$23_Tt1g5
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5
	.weak	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5,@function
$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5: # @"$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$24, %rsp
	.cfi_def_cfa_offset 80
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%fs:40, %rax
	movq	%rax, 16(%rsp)
	testq	%rdi, %rdi
	js	.LBB34_16
# %bb.1:
	je	.LBB34_2
# %bb.3:
	movq	24(%rsi), %r8
	movq	(%rsi), %r9
	movq	16(%rsi), %rax
	movq	32(%rsi), %rcx
	movl	%edi, %edx
	andl	$7, %edx
	cmpq	$8, %rdi
	jae	.LBB34_13
# %bb.4:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	testq	%rdx, %rdx
	jne	.LBB34_6
	jmp	.LBB34_8
.LBB34_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	jmp	.LBB34_8
.LBB34_13:
	movq	%rax, %rbx
	shlq	$5, %rbx
	leaq	(,%rcx,4), %r14
	movabsq	$9223372036854775800, %r10      # imm = 0x7FFFFFFFFFFFFFF8
	movq	%rcx, %r11
	shlq	$5, %r11
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	movq	%rbx, 8(%rsp)                   # 8-byte Spill
	leaq	(,%rax,4), %rbx
	andq	%r10, %rdi
	movq	%r11, (%rsp)                    # 8-byte Spill
	leaq	(%r14,%r14), %r12
	leaq	(%rbx,%rbx), %r15
	.p2align	4
.LBB34_14:                              # =>This Inner Loop Header: Depth=1
	vmovups	(%r8), %zmm2
	movq	%r8, %rbp
	movq	%r9, %r13
	addq	%r14, %r8
	vfmadd231ps	(%r9){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	4(%r9){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vmovups	(%rbp,%r14), %zmm2
	addq	%rbx, %r9
	leaq	(%r9,%rbx), %r10
	vfmadd231ps	(%r13,%rbx){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	4(%r13,%rbx){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vmovups	(%r14,%r8), %zmm2
	addq	%r14, %r8
	vfmadd231ps	(%rbx,%r9){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	4(%rbx,%r9){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vmovups	(%r14,%r8), %zmm2
	addq	%r14, %r8
	leaq	(%r10,%rbx), %r9
	vfmadd231ps	(%rbx,%r10){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	4(%rbx,%r10){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vmovups	(%r14,%r8), %zmm2
	addq	%r14, %r8
	leaq	(%r9,%rbx), %r10
	leaq	(%r10,%rbx), %r11
	vfmadd231ps	(%rbx,%r9){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	4(%rbx,%r9){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vmovups	(%r14,%r8), %zmm2
	addq	%r14, %r8
	leaq	(%r11,%rbx), %r9
	vfmadd231ps	(%rbx,%r10){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	4(%rbx,%r10){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vmovups	(%r14,%r8), %zmm2
	addq	%r14, %r8
	vfmadd231ps	(%rbx,%r11){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	4(%rbx,%r11){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vmovups	(%r14,%r8), %zmm2
	addq	%r12, %r8
	vfmadd231ps	(%rbx,%r9){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	4(%rbx,%r9){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	addq	%r15, %r9
	addq	$-8, %rdi
	jne	.LBB34_14
# %bb.15:
	addq	8(%rsp), %r13                   # 8-byte Folded Reload
	addq	(%rsp), %rbp                    # 8-byte Folded Reload
	movq	%r13, %r9
	movq	%rbp, %r8
	testq	%rdx, %rdx
	je	.LBB34_8
.LBB34_6:
	addq	$4, %r9
	shlq	$2, %rax
	shlq	$2, %rcx
	.p2align	4
.LBB34_7:                               # =>This Inner Loop Header: Depth=1
	vmovups	(%r8), %zmm2
	addq	%rcx, %r8
	vfmadd231ps	-4(%r9){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	(%r9){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	addq	%rax, %r9
	decq	%rdx
	jne	.LBB34_7
.LBB34_8:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB34_12
# %bb.9:
	vaddps	(%rax), %zmm1, %zmm1
	vmovups	%zmm1, (%rax)
	vaddps	(%rax,%rcx,4), %zmm0, %zmm0
	jmp	.LBB34_10
.LBB34_12:
	vmovups	%zmm1, (%rax)
.LBB34_10:
	vmovups	%zmm0, (%rax,%rcx,4)
	movq	%fs:40, %rax
	cmpq	16(%rsp), %rax
	jne	.LBB34_17
# %bb.11:
	addq	$24, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB34_16:
	.cfi_def_cfa_offset 80
	#APP
	#NO_APP
	ud2
.LBB34_17:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end34:
	.size	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5, .Lfunc_end34-$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5
	.weak	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5,@function
$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5: # @"$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%r14
	.cfi_def_cfa_offset 16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	pushq	%rax
	.cfi_def_cfa_offset 32
	.cfi_offset %rbx, -24
	.cfi_offset %r14, -16
	movq	%fs:40, %rax
	movq	%rax, (%rsp)
	testq	%rdi, %rdi
	js	.LBB35_15
# %bb.1:
	je	.LBB35_2
# %bb.3:
	movq	24(%rsi), %rax
	movq	(%rsi), %rcx
	movq	16(%rsi), %rdx
	movq	32(%rsi), %r8
	movl	%edi, %r9d
	andl	$3, %r9d
	vxorps	%xmm0, %xmm0, %xmm0
	cmpq	$4, %rdi
	jae	.LBB35_13
# %bb.4:
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	jmp	.LBB35_5
.LBB35_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	jmp	.LBB35_8
.LBB35_13:
	leaq	(,%rdx,4), %r11
	leaq	(,%r8,4), %r14
	movabsq	$9223372036854775804, %r10      # imm = 0x7FFFFFFFFFFFFFFC
	movq	%r8, %rbx
	shlq	$4, %rbx
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	andq	%r10, %rdi
	movq	%rdx, %r10
	shlq	$4, %r10
	leaq	(%r11,%r11,2), %r11
	leaq	(%r14,%r14,2), %r14
	.p2align	4
.LBB35_14:                              # =>This Inner Loop Header: Depth=1
	vmovups	(%rax), %zmm7
	vmovups	(%rax,%r8,4), %zmm6
	vmovups	(%rax,%r8,8), %zmm5
	vmovups	(%rax,%r14), %zmm4
	addq	%rbx, %rax
	vfmadd231ps	12(%rcx){1to16}, %zmm7, %zmm0 # zmm0 = (zmm7 * mem) + zmm0
	vfmadd231ps	8(%rcx){1to16}, %zmm7, %zmm1 # zmm1 = (zmm7 * mem) + zmm1
	vfmadd231ps	4(%rcx){1to16}, %zmm7, %zmm2 # zmm2 = (zmm7 * mem) + zmm2
	vfmadd231ps	(%rcx){1to16}, %zmm7, %zmm3 # zmm3 = (zmm7 * mem) + zmm3
	vfmadd231ps	12(%rcx,%rdx,4){1to16}, %zmm6, %zmm0 # zmm0 = (zmm6 * mem) + zmm0
	vfmadd231ps	8(%rcx,%rdx,4){1to16}, %zmm6, %zmm1 # zmm1 = (zmm6 * mem) + zmm1
	vfmadd231ps	4(%rcx,%rdx,4){1to16}, %zmm6, %zmm2 # zmm2 = (zmm6 * mem) + zmm2
	vfmadd231ps	(%rcx,%rdx,4){1to16}, %zmm6, %zmm3 # zmm3 = (zmm6 * mem) + zmm3
	vfmadd231ps	12(%rcx,%rdx,8){1to16}, %zmm5, %zmm0 # zmm0 = (zmm5 * mem) + zmm0
	vfmadd231ps	8(%rcx,%rdx,8){1to16}, %zmm5, %zmm1 # zmm1 = (zmm5 * mem) + zmm1
	vfmadd231ps	4(%rcx,%rdx,8){1to16}, %zmm5, %zmm2 # zmm2 = (zmm5 * mem) + zmm2
	vfmadd231ps	(%rcx,%rdx,8){1to16}, %zmm5, %zmm3 # zmm3 = (zmm5 * mem) + zmm3
	vfmadd231ps	(%rcx,%r11){1to16}, %zmm4, %zmm3 # zmm3 = (zmm4 * mem) + zmm3
	vfmadd231ps	4(%rcx,%r11){1to16}, %zmm4, %zmm2 # zmm2 = (zmm4 * mem) + zmm2
	vfmadd231ps	8(%rcx,%r11){1to16}, %zmm4, %zmm1 # zmm1 = (zmm4 * mem) + zmm1
	vfmadd231ps	12(%rcx,%r11){1to16}, %zmm4, %zmm0 # zmm0 = (zmm4 * mem) + zmm0
	addq	%r10, %rcx
	addq	$-4, %rdi
	jne	.LBB35_14
.LBB35_5:
	testq	%r9, %r9
	je	.LBB35_8
# %bb.6:
	addq	$12, %rcx
	shlq	$2, %rdx
	shlq	$2, %r8
	.p2align	4
.LBB35_7:                               # =>This Inner Loop Header: Depth=1
	vmovups	(%rax), %zmm4
	addq	%r8, %rax
	vfmadd231ps	-12(%rcx){1to16}, %zmm4, %zmm3 # zmm3 = (zmm4 * mem) + zmm3
	vfmadd231ps	-8(%rcx){1to16}, %zmm4, %zmm2 # zmm2 = (zmm4 * mem) + zmm2
	vfmadd231ps	-4(%rcx){1to16}, %zmm4, %zmm1 # zmm1 = (zmm4 * mem) + zmm1
	vfmadd231ps	(%rcx){1to16}, %zmm4, %zmm0 # zmm0 = (zmm4 * mem) + zmm0
	addq	%rdx, %rcx
	decq	%r9
	jne	.LBB35_7
.LBB35_8:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB35_12
# %bb.9:
	vaddps	(%rax), %zmm3, %zmm3
	vmovups	%zmm3, (%rax)
	vaddps	(%rax,%rcx,4), %zmm2, %zmm2
	vmovups	%zmm2, (%rax,%rcx,4)
	vaddps	(%rax,%rcx,8), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rcx,8)
	leaq	(%rcx,%rcx,2), %rcx
	vaddps	(%rax,%rcx,4), %zmm0, %zmm0
	jmp	.LBB35_10
.LBB35_12:
	vmovups	%zmm3, (%rax)
	vmovups	%zmm2, (%rax,%rcx,4)
	vmovups	%zmm1, (%rax,%rcx,8)
	leaq	(%rcx,%rcx,2), %rcx
.LBB35_10:
	vmovups	%zmm0, (%rax,%rcx,4)
	movq	%fs:40, %rax
	cmpq	(%rsp), %rax
	jne	.LBB35_16
# %bb.11:
	addq	$8, %rsp
	.cfi_def_cfa_offset 24
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%r14
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB35_15:
	.cfi_def_cfa_offset 32
	#APP
	#NO_APP
	ud2
.LBB35_16:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end35:
	.size	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5, .Lfunc_end35-$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5
	.weak	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5,@function
$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5: # @"$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rax
	.cfi_def_cfa_offset 16
	movq	%fs:40, %rax
	movq	%rax, (%rsp)
	testq	%rdi, %rdi
	js	.LBB36_14
# %bb.1:
	je	.LBB36_2
# %bb.3:
	movq	24(%rsi), %rcx
	movq	(%rsi), %rax
	vxorps	%xmm0, %xmm0, %xmm0
	cmpq	$1, %rdi
	jne	.LBB36_12
# %bb.4:
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	jmp	.LBB36_5
.LBB36_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	jmp	.LBB36_7
.LBB36_12:
	movq	16(%rsi), %rdx
	movq	32(%rsi), %r8
	movabsq	$9223372036854775806, %r9       # imm = 0x7FFFFFFFFFFFFFFE
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	andq	%rdi, %r9
	leaq	(,%rdx,8), %r10
	leaq	(,%r8,8), %r11
	.p2align	4
.LBB36_13:                              # =>This Inner Loop Header: Depth=1
	vmovups	(%rcx), %zmm9
	vmovups	(%rcx,%r8,4), %zmm8
	addq	%r11, %rcx
	vfmadd231ps	28(%rax){1to16}, %zmm9, %zmm0 # zmm0 = (zmm9 * mem) + zmm0
	vfmadd231ps	24(%rax){1to16}, %zmm9, %zmm1 # zmm1 = (zmm9 * mem) + zmm1
	vfmadd231ps	20(%rax){1to16}, %zmm9, %zmm2 # zmm2 = (zmm9 * mem) + zmm2
	vfmadd231ps	16(%rax){1to16}, %zmm9, %zmm3 # zmm3 = (zmm9 * mem) + zmm3
	vfmadd231ps	12(%rax){1to16}, %zmm9, %zmm4 # zmm4 = (zmm9 * mem) + zmm4
	vfmadd231ps	8(%rax){1to16}, %zmm9, %zmm5 # zmm5 = (zmm9 * mem) + zmm5
	vfmadd231ps	4(%rax){1to16}, %zmm9, %zmm6 # zmm6 = (zmm9 * mem) + zmm6
	vfmadd231ps	(%rax){1to16}, %zmm9, %zmm7 # zmm7 = (zmm9 * mem) + zmm7
	vfmadd231ps	(%rax,%rdx,4){1to16}, %zmm8, %zmm7 # zmm7 = (zmm8 * mem) + zmm7
	vfmadd231ps	4(%rax,%rdx,4){1to16}, %zmm8, %zmm6 # zmm6 = (zmm8 * mem) + zmm6
	vfmadd231ps	8(%rax,%rdx,4){1to16}, %zmm8, %zmm5 # zmm5 = (zmm8 * mem) + zmm5
	vfmadd231ps	12(%rax,%rdx,4){1to16}, %zmm8, %zmm4 # zmm4 = (zmm8 * mem) + zmm4
	vfmadd231ps	16(%rax,%rdx,4){1to16}, %zmm8, %zmm3 # zmm3 = (zmm8 * mem) + zmm3
	vfmadd231ps	20(%rax,%rdx,4){1to16}, %zmm8, %zmm2 # zmm2 = (zmm8 * mem) + zmm2
	vfmadd231ps	24(%rax,%rdx,4){1to16}, %zmm8, %zmm1 # zmm1 = (zmm8 * mem) + zmm1
	vfmadd231ps	28(%rax,%rdx,4){1to16}, %zmm8, %zmm0 # zmm0 = (zmm8 * mem) + zmm0
	addq	%r10, %rax
	addq	$-2, %r9
	jne	.LBB36_13
.LBB36_5:
	testb	$1, %dil
	je	.LBB36_7
# %bb.6:
	vmovups	(%rcx), %zmm8
	vfmadd231ps	(%rax){1to16}, %zmm8, %zmm7 # zmm7 = (zmm8 * mem) + zmm7
	vfmadd231ps	4(%rax){1to16}, %zmm8, %zmm6 # zmm6 = (zmm8 * mem) + zmm6
	vfmadd231ps	8(%rax){1to16}, %zmm8, %zmm5 # zmm5 = (zmm8 * mem) + zmm5
	vfmadd231ps	12(%rax){1to16}, %zmm8, %zmm4 # zmm4 = (zmm8 * mem) + zmm4
	vfmadd231ps	16(%rax){1to16}, %zmm8, %zmm3 # zmm3 = (zmm8 * mem) + zmm3
	vfmadd231ps	20(%rax){1to16}, %zmm8, %zmm2 # zmm2 = (zmm8 * mem) + zmm2
	vfmadd231ps	24(%rax){1to16}, %zmm8, %zmm1 # zmm1 = (zmm8 * mem) + zmm1
	vfmadd231ps	28(%rax){1to16}, %zmm8, %zmm0 # zmm0 = (zmm8 * mem) + zmm0
.LBB36_7:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB36_11
# %bb.8:
	vaddps	(%rax), %zmm7, %zmm7
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	leaq	(%rcx,%rcx,4), %rdi
	vmovups	%zmm7, (%rax)
	vaddps	(%rax,%rcx,4), %zmm6, %zmm6
	vmovups	%zmm6, (%rax,%rcx,4)
	vaddps	(%rax,%rcx,8), %zmm5, %zmm5
	vmovups	%zmm5, (%rax,%rcx,8)
	vaddps	(%rax,%rdx,4), %zmm4, %zmm4
	vmovups	%zmm4, (%rax,%rdx,4)
	vaddps	(%rax,%rsi), %zmm3, %zmm3
	vmovups	%zmm3, (%rax,%rsi)
	leaq	(%rcx,%rcx,8), %rsi
	vaddps	(%rax,%rdi,4), %zmm2, %zmm2
	vmovups	%zmm2, (%rax,%rdi,4)
	vaddps	(%rax,%rdx,8), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rdx,8)
	leaq	(%rsi,%rsi,2), %rdx
	addq	%rcx, %rdx
	vaddps	(%rax,%rdx), %zmm0, %zmm0
	jmp	.LBB36_9
.LBB36_11:
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	vmovups	%zmm7, (%rax)
	vmovups	%zmm6, (%rax,%rcx,4)
	vmovups	%zmm5, (%rax,%rcx,8)
	vmovups	%zmm4, (%rax,%rdx,4)
	vmovups	%zmm3, (%rax,%rsi)
	leaq	(%rcx,%rcx,4), %rsi
	vmovups	%zmm2, (%rax,%rsi,4)
	vmovups	%zmm1, (%rax,%rdx,8)
	leaq	(%rcx,%rcx,8), %rdx
	leaq	(%rdx,%rdx,2), %rdx
	addq	%rcx, %rdx
.LBB36_9:
	vmovups	%zmm0, (%rax,%rdx)
	movq	%fs:40, %rax
	cmpq	(%rsp), %rax
	jne	.LBB36_15
# %bb.10:
	popq	%rax
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB36_14:
	.cfi_def_cfa_offset 16
	#APP
	#NO_APP
	ud2
.LBB36_15:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end36:
	.size	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5, .Lfunc_end36-$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5
	.weak	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5,@function
$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5: # @"$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rax
	.cfi_def_cfa_offset 16
	movq	%fs:40, %rax
	movq	%rax, (%rsp)
	testq	%rdi, %rdi
	js	.LBB37_10
# %bb.1:
	je	.LBB37_2
# %bb.8:
	movq	(%rsi), %rcx
	movq	16(%rsi), %rdx
	movq	32(%rsi), %r8
	movq	24(%rsi), %rax
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	addq	$44, %rcx
	shlq	$2, %rdx
	shlq	$2, %r8
	.p2align	4
.LBB37_9:                               # =>This Inner Loop Header: Depth=1
	vmovups	(%rax), %zmm12
	addq	%r8, %rax
	vfmadd231ps	-44(%rcx){1to16}, %zmm12, %zmm11 # zmm11 = (zmm12 * mem) + zmm11
	vfmadd231ps	-40(%rcx){1to16}, %zmm12, %zmm10 # zmm10 = (zmm12 * mem) + zmm10
	vfmadd231ps	-36(%rcx){1to16}, %zmm12, %zmm9 # zmm9 = (zmm12 * mem) + zmm9
	vfmadd231ps	-32(%rcx){1to16}, %zmm12, %zmm8 # zmm8 = (zmm12 * mem) + zmm8
	vfmadd231ps	-28(%rcx){1to16}, %zmm12, %zmm7 # zmm7 = (zmm12 * mem) + zmm7
	vfmadd231ps	-24(%rcx){1to16}, %zmm12, %zmm6 # zmm6 = (zmm12 * mem) + zmm6
	vfmadd231ps	-20(%rcx){1to16}, %zmm12, %zmm5 # zmm5 = (zmm12 * mem) + zmm5
	vfmadd231ps	-16(%rcx){1to16}, %zmm12, %zmm4 # zmm4 = (zmm12 * mem) + zmm4
	vfmadd231ps	-12(%rcx){1to16}, %zmm12, %zmm3 # zmm3 = (zmm12 * mem) + zmm3
	vfmadd231ps	-8(%rcx){1to16}, %zmm12, %zmm2 # zmm2 = (zmm12 * mem) + zmm2
	vfmadd231ps	-4(%rcx){1to16}, %zmm12, %zmm1 # zmm1 = (zmm12 * mem) + zmm1
	vfmadd231ps	(%rcx){1to16}, %zmm12, %zmm0 # zmm0 = (zmm12 * mem) + zmm0
	addq	%rdx, %rcx
	decq	%rdi
	jne	.LBB37_9
	jmp	.LBB37_3
.LBB37_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
.LBB37_3:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB37_7
# %bb.4:
	vaddps	(%rax), %zmm11, %zmm11
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	vmovups	%zmm11, (%rax)
	vaddps	(%rax,%rcx,4), %zmm10, %zmm10
	vmovups	%zmm10, (%rax,%rcx,4)
	vaddps	(%rax,%rcx,8), %zmm9, %zmm9
	vmovups	%zmm9, (%rax,%rcx,8)
	vaddps	(%rax,%rdx,4), %zmm8, %zmm8
	vmovups	%zmm8, (%rax,%rdx,4)
	vaddps	(%rax,%rsi), %zmm7, %zmm7
	vmovups	%zmm7, (%rax,%rsi)
	leaq	(%rcx,%rcx,4), %rsi
	vaddps	(%rax,%rsi,4), %zmm6, %zmm6
	vmovups	%zmm6, (%rax,%rsi,4)
	vaddps	(%rax,%rdx,8), %zmm5, %zmm5
	vmovups	%zmm5, (%rax,%rdx,8)
	leaq	(%rcx,%rcx,8), %rdx
	leaq	(%rdx,%rdx,2), %rdi
	addq	%rcx, %rdi
	vaddps	(%rax,%rdi), %zmm4, %zmm4
	vmovups	%zmm4, (%rax,%rdi)
	imulq	$44, %rcx, %rdi
	shlq	$5, %rcx
	vaddps	(%rax,%rcx), %zmm3, %zmm3
	vmovups	%zmm3, (%rax,%rcx)
	vaddps	(%rax,%rdx,4), %zmm2, %zmm2
	vmovups	%zmm2, (%rax,%rdx,4)
	vaddps	(%rax,%rsi,8), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rsi,8)
	vaddps	(%rax,%rdi), %zmm0, %zmm0
	jmp	.LBB37_5
.LBB37_7:
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	vmovups	%zmm11, (%rax)
	vmovups	%zmm10, (%rax,%rcx,4)
	vmovups	%zmm9, (%rax,%rcx,8)
	vmovups	%zmm8, (%rax,%rdx,4)
	vmovups	%zmm7, (%rax,%rsi)
	leaq	(%rcx,%rcx,4), %rsi
	vmovups	%zmm6, (%rax,%rsi,4)
	vmovups	%zmm5, (%rax,%rdx,8)
	leaq	(%rcx,%rcx,8), %rdx
	leaq	(%rdx,%rdx,2), %rdi
	addq	%rcx, %rdi
	vmovups	%zmm4, (%rax,%rdi)
	imulq	$44, %rcx, %rdi
	shlq	$5, %rcx
	vmovups	%zmm3, (%rax,%rcx)
	vmovups	%zmm2, (%rax,%rdx,4)
	vmovups	%zmm1, (%rax,%rsi,8)
.LBB37_5:
	vmovups	%zmm0, (%rax,%rdi)
	movq	%fs:40, %rax
	cmpq	(%rsp), %rax
	jne	.LBB37_11
# %bb.6:
	popq	%rax
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB37_10:
	.cfi_def_cfa_offset 16
	#APP
	#NO_APP
	ud2
.LBB37_11:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end37:
	.size	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5, .Lfunc_end37-$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5
	.weak	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5,@function
$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5: # @"$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%r14
	.cfi_def_cfa_offset 16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	pushq	%rax
	.cfi_def_cfa_offset 32
	.cfi_offset %rbx, -24
	.cfi_offset %r14, -16
	movq	%fs:40, %rax
	movq	%rax, (%rsp)
	testq	%rdi, %rdi
	js	.LBB38_15
# %bb.1:
	je	.LBB38_2
# %bb.3:
	movq	24(%rsi), %rax
	movq	(%rsi), %rcx
	movq	16(%rsi), %rdx
	movq	32(%rsi), %r8
	movl	%edi, %r9d
	andl	$3, %r9d
	vxorps	%xmm0, %xmm0, %xmm0
	cmpq	$4, %rdi
	jae	.LBB38_13
# %bb.4:
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	jmp	.LBB38_5
.LBB38_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	jmp	.LBB38_8
.LBB38_13:
	leaq	(,%rdx,4), %r11
	leaq	(,%r8,4), %r14
	movabsq	$9223372036854775804, %r10      # imm = 0x7FFFFFFFFFFFFFFC
	movq	%r8, %rbx
	shlq	$4, %rbx
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	andq	%r10, %rdi
	movq	%rdx, %r10
	shlq	$4, %r10
	leaq	(%r11,%r11,2), %r11
	leaq	(%r14,%r14,2), %r14
	.p2align	4
.LBB38_14:                              # =>This Inner Loop Header: Depth=1
	vbroadcastss	4(%rcx), %zmm12
	vmovups	(%rax), %zmm13
	vmovups	64(%rax), %zmm14
	vbroadcastss	4(%rcx,%rdx,4), %zmm8
	vbroadcastss	(%rcx), %zmm15
	vmovups	(%rax,%r8,4), %zmm10
	vmovups	64(%rax,%r8,4), %zmm11
	vbroadcastss	4(%rcx,%rdx,8), %zmm4
	vmovups	(%rax,%r8,8), %zmm7
	vmovups	64(%rax,%r8,8), %zmm9
	vmovups	(%rax,%r14), %zmm5
	vmovups	64(%rax,%r14), %zmm6
	addq	%rbx, %rax
	vfmadd231ps	%zmm14, %zmm12, %zmm0   # zmm0 = (zmm12 * zmm14) + zmm0
	vfmadd231ps	%zmm12, %zmm13, %zmm1   # zmm1 = (zmm13 * zmm12) + zmm1
	vbroadcastss	(%rcx,%rdx,4), %zmm12
	vfmadd231ps	%zmm14, %zmm15, %zmm2   # zmm2 = (zmm15 * zmm14) + zmm2
	vfmadd231ps	%zmm13, %zmm15, %zmm3   # zmm3 = (zmm15 * zmm13) + zmm3
	vfmadd231ps	%zmm11, %zmm8, %zmm0    # zmm0 = (zmm8 * zmm11) + zmm0
	vfmadd231ps	%zmm8, %zmm10, %zmm1    # zmm1 = (zmm10 * zmm8) + zmm1
	vbroadcastss	(%rcx,%rdx,8), %zmm8
	vfmadd231ps	%zmm9, %zmm4, %zmm0     # zmm0 = (zmm4 * zmm9) + zmm0
	vfmadd231ps	%zmm4, %zmm7, %zmm1     # zmm1 = (zmm7 * zmm4) + zmm1
	vbroadcastss	(%rcx,%r11), %zmm4
	vfmadd231ps	%zmm11, %zmm12, %zmm2   # zmm2 = (zmm12 * zmm11) + zmm2
	vfmadd231ps	%zmm10, %zmm12, %zmm3   # zmm3 = (zmm12 * zmm10) + zmm3
	vfmadd231ps	%zmm9, %zmm8, %zmm2     # zmm2 = (zmm8 * zmm9) + zmm2
	vfmadd231ps	%zmm7, %zmm8, %zmm3     # zmm3 = (zmm8 * zmm7) + zmm3
	vbroadcastss	4(%rcx,%r11), %zmm8
	addq	%r10, %rcx
	addq	$-4, %rdi
	vfmadd231ps	%zmm5, %zmm4, %zmm3     # zmm3 = (zmm4 * zmm5) + zmm3
	vfmadd231ps	%zmm4, %zmm6, %zmm2     # zmm2 = (zmm6 * zmm4) + zmm2
	vfmadd231ps	%zmm5, %zmm8, %zmm1     # zmm1 = (zmm8 * zmm5) + zmm1
	vfmadd231ps	%zmm6, %zmm8, %zmm0     # zmm0 = (zmm8 * zmm6) + zmm0
	jne	.LBB38_14
.LBB38_5:
	testq	%r9, %r9
	je	.LBB38_8
# %bb.6:
	addq	$4, %rcx
	shlq	$2, %rdx
	addq	$64, %rax
	shlq	$2, %r8
	.p2align	4
.LBB38_7:                               # =>This Inner Loop Header: Depth=1
	vbroadcastss	-4(%rcx), %zmm4
	vbroadcastss	(%rcx), %zmm7
	vmovups	-64(%rax), %zmm5
	vmovups	(%rax), %zmm6
	addq	%rdx, %rcx
	addq	%r8, %rax
	decq	%r9
	vfmadd231ps	%zmm5, %zmm4, %zmm3     # zmm3 = (zmm4 * zmm5) + zmm3
	vfmadd231ps	%zmm4, %zmm6, %zmm2     # zmm2 = (zmm6 * zmm4) + zmm2
	vfmadd231ps	%zmm5, %zmm7, %zmm1     # zmm1 = (zmm7 * zmm5) + zmm1
	vfmadd231ps	%zmm6, %zmm7, %zmm0     # zmm0 = (zmm7 * zmm6) + zmm0
	jne	.LBB38_7
.LBB38_8:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB38_12
# %bb.9:
	vaddps	(%rax), %zmm3, %zmm3
	vmovups	%zmm3, (%rax)
	vaddps	64(%rax), %zmm2, %zmm2
	vmovups	%zmm2, 64(%rax)
	vaddps	(%rax,%rcx,4), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rcx,4)
	vaddps	64(%rax,%rcx,4), %zmm0, %zmm0
	jmp	.LBB38_10
.LBB38_12:
	vmovups	%zmm3, (%rax)
	vmovups	%zmm2, 64(%rax)
	vmovups	%zmm1, (%rax,%rcx,4)
.LBB38_10:
	vmovups	%zmm0, 64(%rax,%rcx,4)
	movq	%fs:40, %rax
	cmpq	(%rsp), %rax
	jne	.LBB38_16
# %bb.11:
	addq	$8, %rsp
	.cfi_def_cfa_offset 24
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%r14
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB38_15:
	.cfi_def_cfa_offset 32
	#APP
	#NO_APP
	ud2
.LBB38_16:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end38:
	.size	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5, .Lfunc_end38-$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5
	.weak	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5,@function
$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5: # @"$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rax
	.cfi_def_cfa_offset 16
	movq	%fs:40, %rax
	movq	%rax, (%rsp)
	testq	%rdi, %rdi
	js	.LBB39_14
# %bb.1:
	je	.LBB39_2
# %bb.3:
	movq	24(%rsi), %rcx
	movq	(%rsi), %rax
	vxorps	%xmm0, %xmm0, %xmm0
	cmpq	$1, %rdi
	jne	.LBB39_12
# %bb.4:
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	jmp	.LBB39_5
.LBB39_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	jmp	.LBB39_7
.LBB39_12:
	movq	16(%rsi), %rdx
	movq	32(%rsi), %r8
	movabsq	$9223372036854775806, %r9       # imm = 0x7FFFFFFFFFFFFFFE
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	andq	%rdi, %r9
	leaq	(,%rdx,8), %r10
	leaq	(,%r8,8), %r11
	.p2align	4
.LBB39_13:                              # =>This Inner Loop Header: Depth=1
	vbroadcastss	8(%rax), %zmm13
	vmovups	(%rcx), %zmm10
	vmovups	64(%rcx), %zmm11
	vbroadcastss	12(%rax), %zmm9
	vbroadcastss	4(%rax), %zmm14
	vmovups	(%rcx,%r8,4), %zmm8
	vmovups	64(%rcx,%r8,4), %zmm12
	addq	%r11, %rcx
	vfmadd231ps	%zmm11, %zmm13, %zmm2   # zmm2 = (zmm13 * zmm11) + zmm2
	vfmadd231ps	%zmm13, %zmm10, %zmm3   # zmm3 = (zmm10 * zmm13) + zmm3
	vbroadcastss	(%rax), %zmm13
	vfmadd231ps	%zmm9, %zmm10, %zmm1    # zmm1 = (zmm10 * zmm9) + zmm1
	vfmadd231ps	%zmm14, %zmm10, %zmm5   # zmm5 = (zmm10 * zmm14) + zmm5
	vfmadd231ps	%zmm11, %zmm9, %zmm0    # zmm0 = (zmm9 * zmm11) + zmm0
	vfmadd231ps	%zmm11, %zmm14, %zmm4   # zmm4 = (zmm14 * zmm11) + zmm4
	vfmadd231ps	%zmm10, %zmm13, %zmm7   # zmm7 = (zmm13 * zmm10) + zmm7
	vbroadcastss	(%rax,%rdx,4), %zmm10
	vfmadd231ps	%zmm11, %zmm13, %zmm6   # zmm6 = (zmm13 * zmm11) + zmm6
	vbroadcastss	4(%rax,%rdx,4), %zmm13
	vbroadcastss	12(%rax,%rdx,4), %zmm11
	vfmadd231ps	%zmm8, %zmm10, %zmm7    # zmm7 = (zmm10 * zmm8) + zmm7
	vfmadd231ps	%zmm10, %zmm12, %zmm6   # zmm6 = (zmm12 * zmm10) + zmm6
	vbroadcastss	8(%rax,%rdx,4), %zmm10
	vfmadd231ps	%zmm8, %zmm13, %zmm5    # zmm5 = (zmm13 * zmm8) + zmm5
	vfmadd231ps	%zmm13, %zmm12, %zmm4   # zmm4 = (zmm12 * zmm13) + zmm4
	vfmadd231ps	%zmm8, %zmm11, %zmm1    # zmm1 = (zmm11 * zmm8) + zmm1
	vfmadd231ps	%zmm12, %zmm11, %zmm0   # zmm0 = (zmm11 * zmm12) + zmm0
	addq	%r10, %rax
	addq	$-2, %r9
	vfmadd231ps	%zmm8, %zmm10, %zmm3    # zmm3 = (zmm10 * zmm8) + zmm3
	vfmadd231ps	%zmm10, %zmm12, %zmm2   # zmm2 = (zmm12 * zmm10) + zmm2
	jne	.LBB39_13
.LBB39_5:
	testb	$1, %dil
	je	.LBB39_7
# %bb.6:
	vbroadcastss	4(%rax), %zmm11
	vmovups	(%rcx), %zmm8
	vmovups	64(%rcx), %zmm10
	vbroadcastss	(%rax), %zmm9
	vbroadcastss	8(%rax), %zmm12
	vfmadd231ps	%zmm8, %zmm11, %zmm5    # zmm5 = (zmm11 * zmm8) + zmm5
	vfmadd231ps	%zmm11, %zmm10, %zmm4   # zmm4 = (zmm10 * zmm11) + zmm4
	vbroadcastss	12(%rax), %zmm11
	vfmadd231ps	%zmm8, %zmm9, %zmm7     # zmm7 = (zmm9 * zmm8) + zmm7
	vfmadd231ps	%zmm9, %zmm10, %zmm6    # zmm6 = (zmm10 * zmm9) + zmm6
	vfmadd231ps	%zmm8, %zmm12, %zmm3    # zmm3 = (zmm12 * zmm8) + zmm3
	vfmadd231ps	%zmm12, %zmm10, %zmm2   # zmm2 = (zmm10 * zmm12) + zmm2
	vfmadd231ps	%zmm8, %zmm11, %zmm1    # zmm1 = (zmm11 * zmm8) + zmm1
	vfmadd231ps	%zmm10, %zmm11, %zmm0   # zmm0 = (zmm11 * zmm10) + zmm0
.LBB39_7:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB39_11
# %bb.8:
	vaddps	(%rax), %zmm7, %zmm7
	vmovups	%zmm7, (%rax)
	vaddps	64(%rax), %zmm6, %zmm6
	vmovups	%zmm6, 64(%rax)
	vaddps	(%rax,%rcx,4), %zmm5, %zmm5
	vmovups	%zmm5, (%rax,%rcx,4)
	vaddps	64(%rax,%rcx,4), %zmm4, %zmm4
	vmovups	%zmm4, 64(%rax,%rcx,4)
	vaddps	(%rax,%rcx,8), %zmm3, %zmm3
	vmovups	%zmm3, (%rax,%rcx,8)
	vaddps	64(%rax,%rcx,8), %zmm2, %zmm2
	vmovups	%zmm2, 64(%rax,%rcx,8)
	leaq	(%rcx,%rcx,2), %rcx
	vaddps	(%rax,%rcx,4), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rcx,4)
	vaddps	64(%rax,%rcx,4), %zmm0, %zmm0
	jmp	.LBB39_9
.LBB39_11:
	vmovups	%zmm7, (%rax)
	vmovups	%zmm6, 64(%rax)
	vmovups	%zmm5, (%rax,%rcx,4)
	vmovups	%zmm4, 64(%rax,%rcx,4)
	vmovups	%zmm3, (%rax,%rcx,8)
	vmovups	%zmm2, 64(%rax,%rcx,8)
	leaq	(%rcx,%rcx,2), %rcx
	vmovups	%zmm1, (%rax,%rcx,4)
.LBB39_9:
	vmovups	%zmm0, 64(%rax,%rcx,4)
	movq	%fs:40, %rax
	cmpq	(%rsp), %rax
	jne	.LBB39_15
# %bb.10:
	popq	%rax
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB39_14:
	.cfi_def_cfa_offset 16
	#APP
	#NO_APP
	ud2
.LBB39_15:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end39:
	.size	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5, .Lfunc_end39-$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5
	.weak	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5,@function
$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5: # @"$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rax
	.cfi_def_cfa_offset 16
	movq	%fs:40, %rax
	movq	%rax, (%rsp)
	testq	%rdi, %rdi
	js	.LBB40_10
# %bb.1:
	je	.LBB40_2
# %bb.8:
	movq	24(%rsi), %rax
	movq	(%rsi), %rcx
	movq	16(%rsi), %rdx
	movq	32(%rsi), %r8
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	vxorps	%xmm12, %xmm12, %xmm12
	vxorps	%xmm13, %xmm13, %xmm13
	vxorps	%xmm14, %xmm14, %xmm14
	vxorps	%xmm15, %xmm15, %xmm15
	addq	$28, %rcx
	shlq	$2, %rdx
	addq	$64, %rax
	shlq	$2, %r8
	.p2align	4
.LBB40_9:                               # =>This Inner Loop Header: Depth=1
	vbroadcastss	-24(%rcx), %zmm19
	vmovups	-64(%rax), %zmm17
	vmovups	(%rax), %zmm18
	vbroadcastss	-16(%rcx), %zmm20
	vbroadcastss	-28(%rcx), %zmm16
	vbroadcastss	-8(%rcx), %zmm21
	addq	%r8, %rax
	vfmadd231ps	%zmm17, %zmm19, %zmm13  # zmm13 = (zmm19 * zmm17) + zmm13
	vfmadd231ps	%zmm19, %zmm18, %zmm12  # zmm12 = (zmm18 * zmm19) + zmm12
	vbroadcastss	-20(%rcx), %zmm19
	vfmadd231ps	%zmm17, %zmm20, %zmm9   # zmm9 = (zmm20 * zmm17) + zmm9
	vfmadd231ps	%zmm20, %zmm18, %zmm8   # zmm8 = (zmm18 * zmm20) + zmm8
	vbroadcastss	(%rcx), %zmm20
	vfmadd231ps	%zmm17, %zmm16, %zmm15  # zmm15 = (zmm16 * zmm17) + zmm15
	vfmadd231ps	%zmm16, %zmm18, %zmm14  # zmm14 = (zmm18 * zmm16) + zmm14
	vfmadd231ps	%zmm17, %zmm21, %zmm5   # zmm5 = (zmm21 * zmm17) + zmm5
	vfmadd231ps	%zmm21, %zmm18, %zmm4   # zmm4 = (zmm18 * zmm21) + zmm4
	vfmadd231ps	%zmm17, %zmm19, %zmm11  # zmm11 = (zmm19 * zmm17) + zmm11
	vfmadd231ps	%zmm19, %zmm18, %zmm10  # zmm10 = (zmm18 * zmm19) + zmm10
	vbroadcastss	-12(%rcx), %zmm19
	vfmadd231ps	%zmm17, %zmm20, %zmm1   # zmm1 = (zmm20 * zmm17) + zmm1
	vfmadd231ps	%zmm18, %zmm20, %zmm0   # zmm0 = (zmm20 * zmm18) + zmm0
	vfmadd231ps	%zmm17, %zmm19, %zmm7   # zmm7 = (zmm19 * zmm17) + zmm7
	vfmadd231ps	%zmm19, %zmm18, %zmm6   # zmm6 = (zmm18 * zmm19) + zmm6
	vbroadcastss	-4(%rcx), %zmm19
	addq	%rdx, %rcx
	decq	%rdi
	vfmadd231ps	%zmm17, %zmm19, %zmm3   # zmm3 = (zmm19 * zmm17) + zmm3
	vfmadd231ps	%zmm19, %zmm18, %zmm2   # zmm2 = (zmm18 * zmm19) + zmm2
	jne	.LBB40_9
	jmp	.LBB40_3
.LBB40_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	vxorps	%xmm12, %xmm12, %xmm12
	vxorps	%xmm13, %xmm13, %xmm13
	vxorps	%xmm14, %xmm14, %xmm14
	vxorps	%xmm15, %xmm15, %xmm15
.LBB40_3:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB40_7
# %bb.4:
	vaddps	(%rax), %zmm15, %zmm15
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	leaq	(%rcx,%rcx,4), %rdi
	vmovups	%zmm15, (%rax)
	vaddps	64(%rax), %zmm14, %zmm14
	vmovups	%zmm14, 64(%rax)
	vaddps	(%rax,%rcx,4), %zmm13, %zmm13
	vmovups	%zmm13, (%rax,%rcx,4)
	vaddps	64(%rax,%rcx,4), %zmm12, %zmm12
	vmovups	%zmm12, 64(%rax,%rcx,4)
	vaddps	(%rax,%rcx,8), %zmm11, %zmm11
	vmovups	%zmm11, (%rax,%rcx,8)
	vaddps	64(%rax,%rcx,8), %zmm10, %zmm10
	vmovups	%zmm10, 64(%rax,%rcx,8)
	vaddps	(%rax,%rdx,4), %zmm9, %zmm9
	vmovups	%zmm9, (%rax,%rdx,4)
	vaddps	64(%rax,%rdx,4), %zmm8, %zmm8
	vmovups	%zmm8, 64(%rax,%rdx,4)
	vaddps	(%rax,%rsi), %zmm7, %zmm7
	vmovups	%zmm7, (%rax,%rsi)
	vaddps	64(%rax,%rsi), %zmm6, %zmm6
	vmovups	%zmm6, 64(%rax,%rsi)
	leaq	(%rcx,%rcx,8), %rsi
	vaddps	(%rax,%rdi,4), %zmm5, %zmm5
	leaq	(%rsi,%rsi,2), %rsi
	addq	%rcx, %rsi
	vmovups	%zmm5, (%rax,%rdi,4)
	vaddps	64(%rax,%rdi,4), %zmm4, %zmm4
	vmovups	%zmm4, 64(%rax,%rdi,4)
	vaddps	(%rax,%rdx,8), %zmm3, %zmm3
	vmovups	%zmm3, (%rax,%rdx,8)
	vaddps	64(%rax,%rdx,8), %zmm2, %zmm2
	vmovups	%zmm2, 64(%rax,%rdx,8)
	vaddps	(%rax,%rsi), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rsi)
	vaddps	64(%rax,%rsi), %zmm0, %zmm0
	vmovups	%zmm0, 64(%rax,%rsi)
	jmp	.LBB40_5
.LBB40_7:
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	vmovups	%zmm15, (%rax)
	vmovups	%zmm14, 64(%rax)
	vmovups	%zmm13, (%rax,%rcx,4)
	vmovups	%zmm12, 64(%rax,%rcx,4)
	vmovups	%zmm11, (%rax,%rcx,8)
	vmovups	%zmm10, 64(%rax,%rcx,8)
	leaq	(%rcx,%rcx,4), %rdi
	vmovups	%zmm9, (%rax,%rdx,4)
	vmovups	%zmm8, 64(%rax,%rdx,4)
	vmovups	%zmm7, (%rax,%rsi)
	vmovups	%zmm6, 64(%rax,%rsi)
	leaq	(%rcx,%rcx,8), %rsi
	vmovups	%zmm5, (%rax,%rdi,4)
	vmovups	%zmm4, 64(%rax,%rdi,4)
	vmovups	%zmm3, (%rax,%rdx,8)
	vmovups	%zmm2, 64(%rax,%rdx,8)
	leaq	(%rsi,%rsi,2), %rdx
	addq	%rcx, %rdx
	vmovups	%zmm1, (%rax,%rdx)
	vmovups	%zmm0, 64(%rax,%rdx)
.LBB40_5:
	movq	%fs:40, %rax
	cmpq	(%rsp), %rax
	jne	.LBB40_11
# %bb.6:
	popq	%rax
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB40_10:
	.cfi_def_cfa_offset 16
	#APP
	#NO_APP
	ud2
.LBB40_11:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end40:
	.size	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5, .Lfunc_end40-$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5
	.weak	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5,@function
$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5: # @"$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rax
	.cfi_def_cfa_offset 16
	movq	%fs:40, %rax
	movq	%rax, (%rsp)
	testq	%rdi, %rdi
	js	.LBB41_10
# %bb.1:
	je	.LBB41_2
# %bb.8:
	movq	24(%rsi), %rax
	movq	(%rsi), %rcx
	movq	16(%rsi), %rdx
	movq	32(%rsi), %r8
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	vxorps	%xmm12, %xmm12, %xmm12
	vxorps	%xmm13, %xmm13, %xmm13
	vxorps	%xmm14, %xmm14, %xmm14
	vxorps	%xmm15, %xmm15, %xmm15
	vxorps	%xmm16, %xmm16, %xmm16
	vxorps	%xmm17, %xmm17, %xmm17
	vxorps	%xmm18, %xmm18, %xmm18
	vxorps	%xmm19, %xmm19, %xmm19
	vxorps	%xmm20, %xmm20, %xmm20
	vxorps	%xmm21, %xmm21, %xmm21
	vxorps	%xmm22, %xmm22, %xmm22
	vxorps	%xmm23, %xmm23, %xmm23
	addq	$44, %rcx
	shlq	$2, %rdx
	addq	$64, %rax
	shlq	$2, %r8
	.p2align	4
.LBB41_9:                               # =>This Inner Loop Header: Depth=1
	vbroadcastss	-36(%rcx), %zmm27
	vmovups	-64(%rax), %zmm25
	vmovups	(%rax), %zmm24
	vbroadcastss	-40(%rcx), %zmm28
	vbroadcastss	-32(%rcx), %zmm29
	vbroadcastss	-44(%rcx), %zmm26
	addq	%r8, %rax
	vfmadd231ps	%zmm25, %zmm27, %zmm19  # zmm19 = (zmm27 * zmm25) + zmm19
	vfmadd231ps	%zmm27, %zmm24, %zmm18  # zmm18 = (zmm24 * zmm27) + zmm18
	vbroadcastss	-28(%rcx), %zmm27
	vfmadd231ps	%zmm25, %zmm28, %zmm21  # zmm21 = (zmm28 * zmm25) + zmm21
	vfmadd231ps	%zmm28, %zmm24, %zmm20  # zmm20 = (zmm24 * zmm28) + zmm20
	vbroadcastss	-24(%rcx), %zmm28
	vfmadd231ps	%zmm25, %zmm29, %zmm17  # zmm17 = (zmm29 * zmm25) + zmm17
	vfmadd231ps	%zmm29, %zmm24, %zmm16  # zmm16 = (zmm24 * zmm29) + zmm16
	vbroadcastss	-8(%rcx), %zmm29
	vfmadd231ps	%zmm25, %zmm26, %zmm23  # zmm23 = (zmm26 * zmm25) + zmm23
	vfmadd231ps	%zmm26, %zmm24, %zmm22  # zmm22 = (zmm24 * zmm26) + zmm22
	vfmadd231ps	%zmm25, %zmm27, %zmm15  # zmm15 = (zmm27 * zmm25) + zmm15
	vfmadd231ps	%zmm27, %zmm24, %zmm14  # zmm14 = (zmm24 * zmm27) + zmm14
	vbroadcastss	-20(%rcx), %zmm27
	vfmadd231ps	%zmm25, %zmm28, %zmm13  # zmm13 = (zmm28 * zmm25) + zmm13
	vfmadd231ps	%zmm28, %zmm24, %zmm12  # zmm12 = (zmm24 * zmm28) + zmm12
	vbroadcastss	-16(%rcx), %zmm28
	vfmadd231ps	%zmm25, %zmm29, %zmm5   # zmm5 = (zmm29 * zmm25) + zmm5
	vfmadd231ps	%zmm29, %zmm24, %zmm4   # zmm4 = (zmm24 * zmm29) + zmm4
	vfmadd231ps	%zmm25, %zmm27, %zmm11  # zmm11 = (zmm27 * zmm25) + zmm11
	vfmadd231ps	%zmm27, %zmm24, %zmm10  # zmm10 = (zmm24 * zmm27) + zmm10
	vbroadcastss	-12(%rcx), %zmm27
	vfmadd231ps	%zmm25, %zmm28, %zmm9   # zmm9 = (zmm28 * zmm25) + zmm9
	vfmadd231ps	%zmm28, %zmm24, %zmm8   # zmm8 = (zmm24 * zmm28) + zmm8
	vbroadcastss	(%rcx), %zmm28
	vfmadd231ps	%zmm25, %zmm27, %zmm7   # zmm7 = (zmm27 * zmm25) + zmm7
	vfmadd231ps	%zmm27, %zmm24, %zmm6   # zmm6 = (zmm24 * zmm27) + zmm6
	vbroadcastss	-4(%rcx), %zmm27
	vfmadd231ps	%zmm25, %zmm28, %zmm1   # zmm1 = (zmm28 * zmm25) + zmm1
	vfmadd231ps	%zmm24, %zmm28, %zmm0   # zmm0 = (zmm28 * zmm24) + zmm0
	addq	%rdx, %rcx
	decq	%rdi
	vfmadd231ps	%zmm25, %zmm27, %zmm3   # zmm3 = (zmm27 * zmm25) + zmm3
	vfmadd231ps	%zmm27, %zmm24, %zmm2   # zmm2 = (zmm24 * zmm27) + zmm2
	jne	.LBB41_9
	jmp	.LBB41_3
.LBB41_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	vxorps	%xmm12, %xmm12, %xmm12
	vxorps	%xmm13, %xmm13, %xmm13
	vxorps	%xmm14, %xmm14, %xmm14
	vxorps	%xmm15, %xmm15, %xmm15
	vxorps	%xmm16, %xmm16, %xmm16
	vxorps	%xmm17, %xmm17, %xmm17
	vxorps	%xmm18, %xmm18, %xmm18
	vxorps	%xmm19, %xmm19, %xmm19
	vxorps	%xmm20, %xmm20, %xmm20
	vxorps	%xmm21, %xmm21, %xmm21
	vxorps	%xmm22, %xmm22, %xmm22
	vxorps	%xmm23, %xmm23, %xmm23
.LBB41_3:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB41_7
# %bb.4:
	vaddps	(%rax), %zmm23, %zmm23
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	vmovups	%zmm23, (%rax)
	vaddps	64(%rax), %zmm22, %zmm22
	vmovups	%zmm22, 64(%rax)
	vaddps	(%rax,%rcx,4), %zmm21, %zmm21
	vmovups	%zmm21, (%rax,%rcx,4)
	vaddps	64(%rax,%rcx,4), %zmm20, %zmm20
	vmovups	%zmm20, 64(%rax,%rcx,4)
	vaddps	(%rax,%rcx,8), %zmm19, %zmm19
	vmovups	%zmm19, (%rax,%rcx,8)
	vaddps	64(%rax,%rcx,8), %zmm18, %zmm18
	vmovups	%zmm18, 64(%rax,%rcx,8)
	vaddps	(%rax,%rdx,4), %zmm17, %zmm17
	vmovups	%zmm17, (%rax,%rdx,4)
	vaddps	64(%rax,%rdx,4), %zmm16, %zmm16
	vmovups	%zmm16, 64(%rax,%rdx,4)
	vaddps	(%rax,%rsi), %zmm15, %zmm15
	vmovups	%zmm15, (%rax,%rsi)
	vaddps	64(%rax,%rsi), %zmm14, %zmm14
	vmovups	%zmm14, 64(%rax,%rsi)
	leaq	(%rcx,%rcx,4), %rsi
	vaddps	(%rax,%rsi,4), %zmm13, %zmm13
	vmovups	%zmm13, (%rax,%rsi,4)
	vaddps	64(%rax,%rsi,4), %zmm12, %zmm12
	vmovups	%zmm12, 64(%rax,%rsi,4)
	vaddps	(%rax,%rdx,8), %zmm11, %zmm11
	vmovups	%zmm11, (%rax,%rdx,8)
	vaddps	64(%rax,%rdx,8), %zmm10, %zmm10
	vmovups	%zmm10, 64(%rax,%rdx,8)
	leaq	(%rcx,%rcx,8), %rdx
	leaq	(%rdx,%rdx,2), %rdi
	addq	%rcx, %rdi
	vaddps	(%rax,%rdi), %zmm9, %zmm9
	vmovups	%zmm9, (%rax,%rdi)
	vaddps	64(%rax,%rdi), %zmm8, %zmm8
	vmovups	%zmm8, 64(%rax,%rdi)
	movq	%rcx, %rdi
	shlq	$5, %rdi
	imulq	$44, %rcx, %rcx
	vaddps	(%rax,%rdi), %zmm7, %zmm7
	vmovups	%zmm7, (%rax,%rdi)
	vaddps	64(%rax,%rdi), %zmm6, %zmm6
	vmovups	%zmm6, 64(%rax,%rdi)
	vaddps	(%rax,%rdx,4), %zmm5, %zmm5
	vmovups	%zmm5, (%rax,%rdx,4)
	vaddps	64(%rax,%rdx,4), %zmm4, %zmm4
	vmovups	%zmm4, 64(%rax,%rdx,4)
	vaddps	(%rax,%rsi,8), %zmm3, %zmm3
	vmovups	%zmm3, (%rax,%rsi,8)
	vaddps	64(%rax,%rsi,8), %zmm2, %zmm2
	vmovups	%zmm2, 64(%rax,%rsi,8)
	vaddps	(%rax,%rcx), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rcx)
	vaddps	64(%rax,%rcx), %zmm0, %zmm0
	vmovups	%zmm0, 64(%rax,%rcx)
	jmp	.LBB41_5
.LBB41_7:
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	vmovups	%zmm23, (%rax)
	vmovups	%zmm22, 64(%rax)
	vmovups	%zmm21, (%rax,%rcx,4)
	vmovups	%zmm20, 64(%rax,%rcx,4)
	vmovups	%zmm19, (%rax,%rcx,8)
	vmovups	%zmm18, 64(%rax,%rcx,8)
	vmovups	%zmm17, (%rax,%rdx,4)
	vmovups	%zmm16, 64(%rax,%rdx,4)
	vmovups	%zmm15, (%rax,%rsi)
	vmovups	%zmm14, 64(%rax,%rsi)
	leaq	(%rcx,%rcx,4), %rsi
	vmovups	%zmm13, (%rax,%rsi,4)
	vmovups	%zmm12, 64(%rax,%rsi,4)
	vmovups	%zmm11, (%rax,%rdx,8)
	vmovups	%zmm10, 64(%rax,%rdx,8)
	leaq	(%rcx,%rcx,8), %rdx
	leaq	(%rdx,%rdx,2), %rdi
	addq	%rcx, %rdi
	vmovups	%zmm9, (%rax,%rdi)
	vmovups	%zmm8, 64(%rax,%rdi)
	imulq	$44, %rcx, %rdi
	shlq	$5, %rcx
	vmovups	%zmm7, (%rax,%rcx)
	vmovups	%zmm6, 64(%rax,%rcx)
	vmovups	%zmm5, (%rax,%rdx,4)
	vmovups	%zmm4, 64(%rax,%rdx,4)
	vmovups	%zmm3, (%rax,%rsi,8)
	vmovups	%zmm2, 64(%rax,%rsi,8)
	vmovups	%zmm1, (%rax,%rdi)
	vmovups	%zmm0, 64(%rax,%rdi)
.LBB41_5:
	movq	%fs:40, %rax
	cmpq	(%rsp), %rax
	jne	.LBB41_11
# %bb.6:
	popq	%rax
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB41_10:
	.cfi_def_cfa_offset 16
	#APP
	#NO_APP
	ud2
.LBB41_11:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end41:
	.size	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5, .Lfunc_end41-$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5
	.cfi_endproc
                                        # -- End function
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$0_$0_Tt1g5Tm
	.type	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$0_$0_Tt1g5Tm,@function
$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$0_$0_Tt1g5Tm: # @"$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$0_$0_Tt1g5Tm"
	.cfi_startproc
# %bb.0:
	testq	%rdi, %rdi
	js	.LBB42_14
# %bb.1:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	je	.LBB42_2
# %bb.3:
	movq	24(%rsi), %r9
	movq	(%rsi), %r8
	movq	16(%rsi), %rax
	movq	32(%rsi), %rcx
	movl	%edi, %edx
	andl	$7, %edx
	cmpq	$8, %rdi
	jae	.LBB42_11
# %bb.4:
	vxorps	%xmm0, %xmm0, %xmm0
	testq	%rdx, %rdx
	jne	.LBB42_6
	jmp	.LBB42_8
.LBB42_2:
	vxorps	%xmm0, %xmm0, %xmm0
	jmp	.LBB42_8
.LBB42_11:
	leaq	(,%rax,4), %rbx
	leaq	(,%rcx,4), %r14
	movabsq	$9223372036854775800, %r10      # imm = 0x7FFFFFFFFFFFFFF8
	movq	%rcx, %r11
	shlq	$5, %r11
	vxorps	%xmm0, %xmm0, %xmm0
	andq	%r10, %rdi
	movq	%rax, %r10
	shlq	$5, %r10
	leaq	(%rbx,%rbx), %r15
	leaq	(%r14,%r14), %r12
	.p2align	4
.LBB42_12:                              # =>This Inner Loop Header: Depth=1
	vbroadcastss	(%r8), %zmm1
	movq	%r8, %r13
	movq	%r9, %rbp
	addq	%rbx, %r8
	vbroadcastss	(%rbx,%r8), %zmm2
	addq	%rbx, %r8
	vfmadd132ps	(%r9), %zmm0, %zmm1     # zmm1 = (zmm1 * mem) + zmm0
	vbroadcastss	(%r13,%rbx), %zmm0
	addq	%r14, %r9
	vfmadd132ps	(%rbp,%r14), %zmm1, %zmm0 # zmm0 = (zmm0 * mem) + zmm1
	vbroadcastss	(%rbx,%r8), %zmm1
	addq	%rbx, %r8
	vfmadd132ps	(%r14,%r9), %zmm0, %zmm2 # zmm2 = (zmm2 * mem) + zmm0
	addq	%r14, %r9
	vbroadcastss	(%rbx,%r8), %zmm0
	addq	%rbx, %r8
	vfmadd132ps	(%r14,%r9), %zmm2, %zmm1 # zmm1 = (zmm1 * mem) + zmm2
	addq	%r14, %r9
	vbroadcastss	(%rbx,%r8), %zmm2
	addq	%rbx, %r8
	vfmadd132ps	(%r14,%r9), %zmm1, %zmm0 # zmm0 = (zmm0 * mem) + zmm1
	addq	%r14, %r9
	vbroadcastss	(%rbx,%r8), %zmm1
	addq	%rbx, %r8
	vfmadd132ps	(%r14,%r9), %zmm0, %zmm2 # zmm2 = (zmm2 * mem) + zmm0
	addq	%r14, %r9
	vbroadcastss	(%rbx,%r8), %zmm0
	addq	%r15, %r8
	vfmadd132ps	(%r14,%r9), %zmm2, %zmm1 # zmm1 = (zmm1 * mem) + zmm2
	addq	%r14, %r9
	vfmadd132ps	(%r14,%r9), %zmm1, %zmm0 # zmm0 = (zmm0 * mem) + zmm1
	addq	%r12, %r9
	addq	$-8, %rdi
	jne	.LBB42_12
# %bb.13:
	addq	%r10, %r13
	addq	%r11, %rbp
	movq	%r13, %r8
	movq	%rbp, %r9
	testq	%rdx, %rdx
	je	.LBB42_8
.LBB42_6:
	shlq	$2, %rax
	shlq	$2, %rcx
	.p2align	4
.LBB42_7:                               # =>This Inner Loop Header: Depth=1
	vbroadcastss	(%r8), %zmm1
	addq	%rax, %r8
	vfmadd231ps	(%r9), %zmm1, %zmm0     # zmm0 = (zmm1 * mem) + zmm0
	addq	%rcx, %r9
	decq	%rdx
	jne	.LBB42_7
.LBB42_8:
	movq	40(%rsi), %rax
	testb	$1, 56(%rsi)
	je	.LBB42_10
# %bb.9:
	vaddps	(%rax), %zmm0, %zmm0
.LBB42_10:
	vmovups	%zmm0, (%rax)
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB42_14:
	.cfi_restore %rbx
	.cfi_restore %rbp
	.cfi_restore %r12
	.cfi_restore %r13
	.cfi_restore %r14
	.cfi_restore %r15
	#APP
	#NO_APP
	ud2
.Lfunc_end42:
	.size	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$0_$0_Tt1g5Tm, .Lfunc_end42-$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$0_$0_Tt1g5Tm
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5
	.weak	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5,@function
$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5: # @"$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$120, %rsp
	.cfi_def_cfa_offset 176
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%fs:40, %rax
	movq	%rax, 112(%rsp)
	testq	%rdi, %rdi
	js	.LBB43_16
# %bb.1:
	je	.LBB43_2
# %bb.3:
	movq	8(%rsi), %rbx
	movq	24(%rsi), %r10
	movq	(%rsi), %rcx
	movq	16(%rsi), %r14
	movq	32(%rsi), %r12
	movl	%edi, %r9d
	andl	$7, %r9d
	cmpq	$8, %rdi
	jae	.LBB43_13
# %bb.4:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	testq	%r9, %r9
	jne	.LBB43_6
	jmp	.LBB43_8
.LBB43_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	jmp	.LBB43_8
.LBB43_13:
	movabsq	$9223372036854775800, %rax      # imm = 0x7FFFFFFFFFFFFFF8
	movq	%rsi, 32(%rsp)                  # 8-byte Spill
	leaq	(,%rbx,4), %r15
	movq	%r14, %r13
	shlq	$5, %r13
	movq	%rbx, 24(%rsp)                  # 8-byte Spill
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	movq	%r14, 16(%rsp)                  # 8-byte Spill
	andq	%rax, %rdi
	leaq	(%r14,%r14,8), %rax
	movq	%r15, %r8
	leaq	(%rax,%rax,2), %rdx
	addq	%r14, %rdx
	leaq	(%rdx,%rbx,4), %rax
	movq	%rdx, 104(%rsp)                 # 8-byte Spill
	movq	%rax, 96(%rsp)                  # 8-byte Spill
	leaq	(,%r14,8), %rax
	leaq	(%rax,%rax,2), %rdx
	movq	%rax, 88(%rsp)                  # 8-byte Spill
	leaq	(%rdx,%rbx,4), %rax
	movq	%rdx, 80(%rsp)                  # 8-byte Spill
	movq	%rax, 72(%rsp)                  # 8-byte Spill
	leaq	(,%r14,4), %rax
	leaq	(%rax,%rax,4), %rsi
	leaq	(%rax,%rax,2), %r11
	movq	%rax, 64(%rsp)                  # 8-byte Spill
	movq	%r12, %rax
	shlq	$5, %rax
	movq	%rax, (%rsp)                    # 8-byte Spill
	movq	%r12, %rax
	movq	%rax, 8(%rsp)                   # 8-byte Spill
	leaq	(,%rax,4), %rax
	leaq	(%r15,%r14,8), %r12
	leaq	(%rsi,%rbx,4), %rdx
	movq	%rsi, 56(%rsp)                  # 8-byte Spill
	leaq	(%r11,%rbx,4), %rbp
	movq	%rdx, 48(%rsp)                  # 8-byte Spill
	movq	%r14, %rdx
	shlq	$4, %rdx
	leaq	(%rdx,%rbx,4), %rsi
	leaq	(%rax,%rax), %rbx
	movq	%rsi, 40(%rsp)                  # 8-byte Spill
	movq	%r13, %rsi
	leaq	(%r15,%r14,4), %r13
	.p2align	4
.LBB43_14:                              # =>This Inner Loop Header: Depth=1
	vmovups	(%r10), %zmm2
	movq	64(%rsp), %r15                  # 8-byte Reload
	movq	%r10, %r14
	addq	%rax, %r10
	vfmadd231ps	(%rcx){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	(%rcx,%r8){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vmovups	(%r14,%rax), %zmm2
	vfmadd231ps	(%rcx,%r15){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	(%rcx,%r13){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	movq	88(%rsp), %r15                  # 8-byte Reload
	vmovups	(%rax,%r10), %zmm2
	addq	%rax, %r10
	vfmadd231ps	(%rcx,%r12){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vfmadd231ps	(%rcx,%r15){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vmovups	(%rax,%r10), %zmm2
	movq	40(%rsp), %r15                  # 8-byte Reload
	addq	%rax, %r10
	vfmadd231ps	(%rcx,%rbp){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vfmadd231ps	(%rcx,%r11){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vmovups	(%rax,%r10), %zmm2
	addq	%rax, %r10
	vfmadd231ps	(%rcx,%r15){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	movq	56(%rsp), %r15                  # 8-byte Reload
	vfmadd231ps	(%rcx,%rdx){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vmovups	(%rax,%r10), %zmm2
	addq	%rax, %r10
	vfmadd231ps	(%rcx,%r15){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	movq	48(%rsp), %r15                  # 8-byte Reload
	vfmadd231ps	(%rcx,%r15){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	movq	80(%rsp), %r15                  # 8-byte Reload
	vmovups	(%rax,%r10), %zmm2
	addq	%rax, %r10
	vfmadd231ps	(%rcx,%r15){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	movq	72(%rsp), %r15                  # 8-byte Reload
	vfmadd231ps	(%rcx,%r15){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	movq	104(%rsp), %r15                 # 8-byte Reload
	vmovups	(%rax,%r10), %zmm2
	addq	%rbx, %r10
	vfmadd231ps	(%rcx,%r15){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	movq	96(%rsp), %r15                  # 8-byte Reload
	vfmadd231ps	(%rcx,%r15){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	addq	%rsi, %rcx
	addq	$-8, %rdi
	jne	.LBB43_14
# %bb.15:
	addq	(%rsp), %r14                    # 8-byte Folded Reload
	movq	32(%rsp), %rsi                  # 8-byte Reload
	movq	24(%rsp), %rbx                  # 8-byte Reload
	movq	8(%rsp), %r12                   # 8-byte Reload
	movq	%r14, %r10
	movq	16(%rsp), %r14                  # 8-byte Reload
	testq	%r9, %r9
	je	.LBB43_8
.LBB43_6:
	shlq	$2, %r14
	shlq	$2, %r12
	.p2align	4
.LBB43_7:                               # =>This Inner Loop Header: Depth=1
	vmovups	(%r10), %zmm2
	addq	%r12, %r10
	vfmadd231ps	(%rcx){1to16}, %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	(%rcx,%rbx,4){1to16}, %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	addq	%r14, %rcx
	decq	%r9
	jne	.LBB43_7
.LBB43_8:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB43_12
# %bb.9:
	vaddps	(%rax), %zmm1, %zmm1
	vmovups	%zmm1, (%rax)
	vaddps	(%rax,%rcx,4), %zmm0, %zmm0
	jmp	.LBB43_10
.LBB43_12:
	vmovups	%zmm1, (%rax)
.LBB43_10:
	vmovups	%zmm0, (%rax,%rcx,4)
	movq	%fs:40, %rax
	cmpq	112(%rsp), %rax
	jne	.LBB43_17
# %bb.11:
	addq	$120, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB43_16:
	.cfi_def_cfa_offset 176
	#APP
	#NO_APP
	ud2
.LBB43_17:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end43:
	.size	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5, .Lfunc_end43-$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5
	.weak	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5,@function
$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5: # @"$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$104, %rsp
	.cfi_def_cfa_offset 160
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%fs:40, %rax
	movq	%rax, 96(%rsp)
	testq	%rdi, %rdi
	js	.LBB44_16
# %bb.1:
	je	.LBB44_2
# %bb.3:
	movq	16(%rsi), %r15
	movq	8(%rsi), %rax
	movq	24(%rsi), %rcx
	movq	(%rsi), %rdx
	movq	32(%rsi), %r9
	movl	%edi, %r10d
	andl	$3, %r10d
	movq	%rsi, (%rsp)                    # 8-byte Spill
	vxorps	%xmm0, %xmm0, %xmm0
	movq	%r15, 8(%rsp)                   # 8-byte Spill
	cmpq	$4, %rdi
	jae	.LBB44_14
# %bb.4:
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	jmp	.LBB44_5
.LBB44_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	jmp	.LBB44_9
.LBB44_14:
	leaq	(,%rax,4), %rbp
	leaq	(,%r15,4), %rbx
	movabsq	$9223372036854775804, %rsi      # imm = 0x7FFFFFFFFFFFFFFC
	leaq	(,%rax,8), %r11
	leaq	(,%r15,8), %r13
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	andq	%rsi, %rdi
	movq	%r15, %rsi
	shlq	$4, %rsi
	leaq	(%rbp,%rbp,2), %r8
	leaq	(%rbx,%rax,8), %r12
	movq	%r13, 40(%rsp)                  # 8-byte Spill
	movq	%rsi, 72(%rsp)                  # 8-byte Spill
	leaq	(%r11,%r15,8), %rsi
	movq	%r11, 88(%rsp)                  # 8-byte Spill
	leaq	(,%r9,4), %r11
	leaq	(%rbx,%rbx,2), %r13
	movq	%rbx, 64(%rsp)                  # 8-byte Spill
	leaq	(%r8,%r15,4), %r14
	movq	%r12, 48(%rsp)                  # 8-byte Spill
	leaq	(%r8,%r15,8), %r12
	movq	%rsi, 24(%rsp)                  # 8-byte Spill
	leaq	(%r13,%r8), %rsi
	movq	%r8, 80(%rsp)                   # 8-byte Spill
	leaq	(%r13,%rax,8), %r8
	leaq	(%r11,%r11,2), %r11
	leaq	(%r13,%rax,4), %rbx
	movq	%rsi, 16(%rsp)                  # 8-byte Spill
	movq	%r9, %rsi
	shlq	$4, %rsi
	movq	%r14, 56(%rsp)                  # 8-byte Spill
	leaq	(%rbp,%r15,8), %r14
	leaq	(%rbp,%r15,4), %r15
	movq	%r12, 32(%rsp)                  # 8-byte Spill
	movq	%rbp, %r12
	.p2align	4
.LBB44_15:                              # =>This Inner Loop Header: Depth=1
	movq	80(%rsp), %rbp                  # 8-byte Reload
	vmovups	(%rcx), %zmm7
	vmovups	(%rcx,%r9,4), %zmm6
	vmovups	(%rcx,%r9,8), %zmm5
	vmovups	(%rcx,%r11), %zmm4
	addq	%rsi, %rcx
	vfmadd231ps	(%rdx){1to16}, %zmm7, %zmm3 # zmm3 = (zmm7 * mem) + zmm3
	vfmadd231ps	(%rdx,%r12){1to16}, %zmm7, %zmm2 # zmm2 = (zmm7 * mem) + zmm2
	vfmadd231ps	(%rdx,%rbp){1to16}, %zmm7, %zmm0 # zmm0 = (zmm7 * mem) + zmm0
	movq	56(%rsp), %rbp                  # 8-byte Reload
	vfmadd231ps	(%rdx,%r15){1to16}, %zmm6, %zmm2 # zmm2 = (zmm6 * mem) + zmm2
	vfmadd231ps	(%rdx,%r14){1to16}, %zmm5, %zmm2 # zmm2 = (zmm5 * mem) + zmm2
	vfmadd231ps	(%rdx,%rbp){1to16}, %zmm6, %zmm0 # zmm0 = (zmm6 * mem) + zmm0
	movq	32(%rsp), %rbp                  # 8-byte Reload
	vfmadd231ps	(%rdx,%rbx){1to16}, %zmm4, %zmm2 # zmm2 = (zmm4 * mem) + zmm2
	vfmadd231ps	(%rdx,%rbp){1to16}, %zmm5, %zmm0 # zmm0 = (zmm5 * mem) + zmm0
	movq	88(%rsp), %rbp                  # 8-byte Reload
	vfmadd231ps	(%rdx,%rbp){1to16}, %zmm7, %zmm1 # zmm1 = (zmm7 * mem) + zmm1
	movq	48(%rsp), %rbp                  # 8-byte Reload
	vfmadd231ps	(%rdx,%rbp){1to16}, %zmm6, %zmm1 # zmm1 = (zmm6 * mem) + zmm1
	movq	24(%rsp), %rbp                  # 8-byte Reload
	vfmadd231ps	(%rdx,%rbp){1to16}, %zmm5, %zmm1 # zmm1 = (zmm5 * mem) + zmm1
	movq	64(%rsp), %rbp                  # 8-byte Reload
	vfmadd231ps	(%rdx,%r8){1to16}, %zmm4, %zmm1 # zmm1 = (zmm4 * mem) + zmm1
	vfmadd231ps	(%rdx,%rbp){1to16}, %zmm6, %zmm3 # zmm3 = (zmm6 * mem) + zmm3
	movq	40(%rsp), %rbp                  # 8-byte Reload
	vfmadd231ps	(%rdx,%rbp){1to16}, %zmm5, %zmm3 # zmm3 = (zmm5 * mem) + zmm3
	movq	16(%rsp), %rbp                  # 8-byte Reload
	vfmadd231ps	(%rdx,%r13){1to16}, %zmm4, %zmm3 # zmm3 = (zmm4 * mem) + zmm3
	vfmadd231ps	(%rdx,%rbp){1to16}, %zmm4, %zmm0 # zmm0 = (zmm4 * mem) + zmm0
	addq	72(%rsp), %rdx                  # 8-byte Folded Reload
	addq	$-4, %rdi
	jne	.LBB44_15
.LBB44_5:
	testq	%r10, %r10
	je	.LBB44_6
# %bb.7:
	leaq	(,%rax,4), %rsi
	movq	8(%rsp), %r8                    # 8-byte Reload
	shlq	$2, %r9
	leaq	(%rsi,%rsi,2), %rdi
	movq	(%rsp), %rsi                    # 8-byte Reload
	shlq	$2, %r8
	.p2align	4
.LBB44_8:                               # =>This Inner Loop Header: Depth=1
	vmovups	(%rcx), %zmm4
	addq	%r9, %rcx
	vfmadd231ps	(%rdx){1to16}, %zmm4, %zmm3 # zmm3 = (zmm4 * mem) + zmm3
	vfmadd231ps	(%rdx,%rax,4){1to16}, %zmm4, %zmm2 # zmm2 = (zmm4 * mem) + zmm2
	vfmadd231ps	(%rdx,%rax,8){1to16}, %zmm4, %zmm1 # zmm1 = (zmm4 * mem) + zmm1
	vfmadd231ps	(%rdx,%rdi){1to16}, %zmm4, %zmm0 # zmm0 = (zmm4 * mem) + zmm0
	addq	%r8, %rdx
	decq	%r10
	jne	.LBB44_8
	jmp	.LBB44_9
.LBB44_6:
	movq	(%rsp), %rsi                    # 8-byte Reload
.LBB44_9:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB44_13
# %bb.10:
	vaddps	(%rax), %zmm3, %zmm3
	vmovups	%zmm3, (%rax)
	vaddps	(%rax,%rcx,4), %zmm2, %zmm2
	vmovups	%zmm2, (%rax,%rcx,4)
	vaddps	(%rax,%rcx,8), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rcx,8)
	leaq	(%rcx,%rcx,2), %rcx
	vaddps	(%rax,%rcx,4), %zmm0, %zmm0
	jmp	.LBB44_11
.LBB44_13:
	vmovups	%zmm3, (%rax)
	vmovups	%zmm2, (%rax,%rcx,4)
	vmovups	%zmm1, (%rax,%rcx,8)
	leaq	(%rcx,%rcx,2), %rcx
.LBB44_11:
	vmovups	%zmm0, (%rax,%rcx,4)
	movq	%fs:40, %rax
	cmpq	96(%rsp), %rax
	jne	.LBB44_17
# %bb.12:
	addq	$104, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB44_16:
	.cfi_def_cfa_offset 160
	#APP
	#NO_APP
	ud2
.LBB44_17:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end44:
	.size	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5, .Lfunc_end44-$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5
	.weak	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5,@function
$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5: # @"$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	pushq	%rax
	.cfi_def_cfa_offset 64
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%fs:40, %rax
	movq	%rax, (%rsp)
	testq	%rdi, %rdi
	js	.LBB45_15
# %bb.1:
	je	.LBB45_2
# %bb.3:
	movq	8(%rsi), %rax
	movq	24(%rsi), %rdx
	movq	(%rsi), %rcx
	vxorps	%xmm0, %xmm0, %xmm0
	cmpq	$1, %rdi
	jne	.LBB45_12
# %bb.4:
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	testb	$1, %dil
	jne	.LBB45_6
	jmp	.LBB45_7
.LBB45_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	jmp	.LBB45_7
.LBB45_12:
	movq	16(%rsi), %r8
	leaq	(%rax,%rax,8), %r11
	movq	32(%rsi), %r9
	leaq	(,%rax,4), %r15
	movabsq	$9223372036854775806, %r10      # imm = 0x7FFFFFFFFFFFFFFE
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	andq	%rdi, %r10
	leaq	(%r11,%r11,2), %r11
	movq	%r15, %r12
	negq	%r12
	addq	%rax, %r11
	leaq	(,%r8,8), %rbx
	shlq	$2, %r8
	leaq	(,%r9,8), %r14
	movq	%r8, %r13
	subq	%r11, %r13
	addq	%r15, %r13
	.p2align	4
.LBB45_13:                              # =>This Inner Loop Header: Depth=1
	movq	%rcx, %rbp
	vmovups	(%rdx), %zmm9
	addq	%r11, %rcx
	vmovups	(%rdx,%r9,4), %zmm8
	addq	%r14, %rdx
	vfmadd231ps	(%r12,%rcx){1to16}, %zmm9, %zmm1 # zmm1 = (zmm9 * mem) + zmm1
	addq	%r12, %rcx
	vfmadd231ps	(%rbp,%r11){1to16}, %zmm9, %zmm0 # zmm0 = (zmm9 * mem) + zmm0
	vfmadd231ps	(%r12,%rcx){1to16}, %zmm9, %zmm2 # zmm2 = (zmm9 * mem) + zmm2
	addq	%r12, %rcx
	vfmadd231ps	(%r12,%rcx){1to16}, %zmm9, %zmm3 # zmm3 = (zmm9 * mem) + zmm3
	addq	%r12, %rcx
	vfmadd231ps	(%r12,%rcx){1to16}, %zmm9, %zmm4 # zmm4 = (zmm9 * mem) + zmm4
	addq	%r12, %rcx
	vfmadd231ps	(%r12,%rcx){1to16}, %zmm9, %zmm5 # zmm5 = (zmm9 * mem) + zmm5
	addq	%r12, %rcx
	vfmadd231ps	(%r12,%rcx){1to16}, %zmm9, %zmm6 # zmm6 = (zmm9 * mem) + zmm6
	addq	%r12, %rcx
	vfmadd231ps	(%r12,%rcx){1to16}, %zmm9, %zmm7 # zmm7 = (zmm9 * mem) + zmm7
	addq	%r12, %rcx
	vfmadd231ps	(%r8,%rcx){1to16}, %zmm8, %zmm7 # zmm7 = (zmm8 * mem) + zmm7
	addq	%r8, %rcx
	vfmadd231ps	(%r15,%rcx){1to16}, %zmm8, %zmm6 # zmm6 = (zmm8 * mem) + zmm6
	addq	%r15, %rcx
	vfmadd231ps	(%r15,%rcx){1to16}, %zmm8, %zmm5 # zmm5 = (zmm8 * mem) + zmm5
	addq	%r15, %rcx
	vfmadd231ps	(%r15,%rcx){1to16}, %zmm8, %zmm4 # zmm4 = (zmm8 * mem) + zmm4
	addq	%r15, %rcx
	vfmadd231ps	(%r15,%rcx){1to16}, %zmm8, %zmm3 # zmm3 = (zmm8 * mem) + zmm3
	addq	%r15, %rcx
	vfmadd231ps	(%r15,%rcx){1to16}, %zmm8, %zmm2 # zmm2 = (zmm8 * mem) + zmm2
	addq	%r15, %rcx
	vfmadd231ps	(%r15,%rcx){1to16}, %zmm8, %zmm1 # zmm1 = (zmm8 * mem) + zmm1
	addq	%r15, %rcx
	vfmadd231ps	(%r15,%rcx){1to16}, %zmm8, %zmm0 # zmm0 = (zmm8 * mem) + zmm0
	addq	%r13, %rcx
	addq	$-2, %r10
	jne	.LBB45_13
# %bb.14:
	addq	%rbx, %rbp
	movq	%rbp, %rcx
	testb	$1, %dil
	je	.LBB45_7
.LBB45_6:
	vmovups	(%rdx), %zmm8
	leaq	(%rax,%rax,2), %rdx
	movq	%rax, %rdi
	shlq	$4, %rdi
	vfmadd231ps	(%rcx,%rdi){1to16}, %zmm8, %zmm3 # zmm3 = (zmm8 * mem) + zmm3
	leaq	(%rax,%rax,4), %rdi
	vfmadd231ps	(%rcx){1to16}, %zmm8, %zmm7 # zmm7 = (zmm8 * mem) + zmm7
	vfmadd231ps	(%rcx,%rax,4){1to16}, %zmm8, %zmm6 # zmm6 = (zmm8 * mem) + zmm6
	vfmadd231ps	(%rcx,%rax,8){1to16}, %zmm8, %zmm5 # zmm5 = (zmm8 * mem) + zmm5
	vfmadd231ps	(%rcx,%rdx,4){1to16}, %zmm8, %zmm4 # zmm4 = (zmm8 * mem) + zmm4
	vfmadd231ps	(%rcx,%rdx,8){1to16}, %zmm8, %zmm1 # zmm1 = (zmm8 * mem) + zmm1
	leaq	(%rax,%rax,8), %rdx
	vfmadd231ps	(%rcx,%rdi,4){1to16}, %zmm8, %zmm2 # zmm2 = (zmm8 * mem) + zmm2
	leaq	(%rdx,%rdx,2), %rdx
	addq	%rax, %rdx
	vfmadd231ps	(%rcx,%rdx){1to16}, %zmm8, %zmm0 # zmm0 = (zmm8 * mem) + zmm0
.LBB45_7:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB45_11
# %bb.8:
	vaddps	(%rax), %zmm7, %zmm7
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	leaq	(%rcx,%rcx,4), %rdi
	vmovups	%zmm7, (%rax)
	vaddps	(%rax,%rcx,4), %zmm6, %zmm6
	vmovups	%zmm6, (%rax,%rcx,4)
	vaddps	(%rax,%rcx,8), %zmm5, %zmm5
	vmovups	%zmm5, (%rax,%rcx,8)
	vaddps	(%rax,%rdx,4), %zmm4, %zmm4
	vmovups	%zmm4, (%rax,%rdx,4)
	vaddps	(%rax,%rsi), %zmm3, %zmm3
	vmovups	%zmm3, (%rax,%rsi)
	leaq	(%rcx,%rcx,8), %rsi
	vaddps	(%rax,%rdi,4), %zmm2, %zmm2
	vmovups	%zmm2, (%rax,%rdi,4)
	vaddps	(%rax,%rdx,8), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rdx,8)
	leaq	(%rsi,%rsi,2), %rdx
	addq	%rcx, %rdx
	vaddps	(%rax,%rdx), %zmm0, %zmm0
	jmp	.LBB45_9
.LBB45_11:
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	vmovups	%zmm7, (%rax)
	vmovups	%zmm6, (%rax,%rcx,4)
	vmovups	%zmm5, (%rax,%rcx,8)
	vmovups	%zmm4, (%rax,%rdx,4)
	vmovups	%zmm3, (%rax,%rsi)
	leaq	(%rcx,%rcx,4), %rsi
	vmovups	%zmm2, (%rax,%rsi,4)
	vmovups	%zmm1, (%rax,%rdx,8)
	leaq	(%rcx,%rcx,8), %rdx
	leaq	(%rdx,%rdx,2), %rdx
	addq	%rcx, %rdx
.LBB45_9:
	vmovups	%zmm0, (%rax,%rdx)
	movq	%fs:40, %rax
	cmpq	(%rsp), %rax
	jne	.LBB45_16
# %bb.10:
	addq	$8, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB45_15:
	.cfi_def_cfa_offset 64
	#APP
	#NO_APP
	ud2
.LBB45_16:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end45:
	.size	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5, .Lfunc_end45-$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5
	.weak	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5,@function
$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5: # @"$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rax
	.cfi_def_cfa_offset 16
	movq	%fs:40, %rax
	movq	%rax, (%rsp)
	testq	%rdi, %rdi
	js	.LBB46_10
# %bb.1:
	je	.LBB46_2
# %bb.8:
	movq	8(%rsi), %rax
	movq	16(%rsi), %r8
	movq	32(%rsi), %r9
	movq	24(%rsi), %rcx
	movq	(%rsi), %rdx
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	imulq	$44, %rax, %r10
	shlq	$2, %r8
	shlq	$2, %rax
	shlq	$2, %r9
	subq	%r10, %r8
	addq	%rax, %r8
	.p2align	4
.LBB46_9:                               # =>This Inner Loop Header: Depth=1
	vmovups	(%rcx), %zmm12
	addq	%r9, %rcx
	vfmadd231ps	(%rdx){1to16}, %zmm12, %zmm11 # zmm11 = (zmm12 * mem) + zmm11
	vfmadd231ps	(%rdx,%rax){1to16}, %zmm12, %zmm10 # zmm10 = (zmm12 * mem) + zmm10
	addq	%rax, %rdx
	vfmadd231ps	(%rax,%rdx){1to16}, %zmm12, %zmm9 # zmm9 = (zmm12 * mem) + zmm9
	addq	%rax, %rdx
	vfmadd231ps	(%rax,%rdx){1to16}, %zmm12, %zmm8 # zmm8 = (zmm12 * mem) + zmm8
	addq	%rax, %rdx
	vfmadd231ps	(%rax,%rdx){1to16}, %zmm12, %zmm7 # zmm7 = (zmm12 * mem) + zmm7
	addq	%rax, %rdx
	vfmadd231ps	(%rax,%rdx){1to16}, %zmm12, %zmm6 # zmm6 = (zmm12 * mem) + zmm6
	addq	%rax, %rdx
	vfmadd231ps	(%rax,%rdx){1to16}, %zmm12, %zmm5 # zmm5 = (zmm12 * mem) + zmm5
	addq	%rax, %rdx
	vfmadd231ps	(%rax,%rdx){1to16}, %zmm12, %zmm4 # zmm4 = (zmm12 * mem) + zmm4
	addq	%rax, %rdx
	vfmadd231ps	(%rax,%rdx){1to16}, %zmm12, %zmm3 # zmm3 = (zmm12 * mem) + zmm3
	addq	%rax, %rdx
	vfmadd231ps	(%rax,%rdx){1to16}, %zmm12, %zmm2 # zmm2 = (zmm12 * mem) + zmm2
	addq	%rax, %rdx
	vfmadd231ps	(%rax,%rdx){1to16}, %zmm12, %zmm1 # zmm1 = (zmm12 * mem) + zmm1
	addq	%rax, %rdx
	vfmadd231ps	(%rax,%rdx){1to16}, %zmm12, %zmm0 # zmm0 = (zmm12 * mem) + zmm0
	addq	%r8, %rdx
	decq	%rdi
	jne	.LBB46_9
	jmp	.LBB46_3
.LBB46_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
.LBB46_3:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB46_7
# %bb.4:
	vaddps	(%rax), %zmm11, %zmm11
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	vmovups	%zmm11, (%rax)
	vaddps	(%rax,%rcx,4), %zmm10, %zmm10
	vmovups	%zmm10, (%rax,%rcx,4)
	vaddps	(%rax,%rcx,8), %zmm9, %zmm9
	vmovups	%zmm9, (%rax,%rcx,8)
	vaddps	(%rax,%rdx,4), %zmm8, %zmm8
	vmovups	%zmm8, (%rax,%rdx,4)
	vaddps	(%rax,%rsi), %zmm7, %zmm7
	vmovups	%zmm7, (%rax,%rsi)
	leaq	(%rcx,%rcx,4), %rsi
	vaddps	(%rax,%rsi,4), %zmm6, %zmm6
	vmovups	%zmm6, (%rax,%rsi,4)
	vaddps	(%rax,%rdx,8), %zmm5, %zmm5
	vmovups	%zmm5, (%rax,%rdx,8)
	leaq	(%rcx,%rcx,8), %rdx
	leaq	(%rdx,%rdx,2), %rdi
	addq	%rcx, %rdi
	vaddps	(%rax,%rdi), %zmm4, %zmm4
	vmovups	%zmm4, (%rax,%rdi)
	imulq	$44, %rcx, %rdi
	shlq	$5, %rcx
	vaddps	(%rax,%rcx), %zmm3, %zmm3
	vmovups	%zmm3, (%rax,%rcx)
	vaddps	(%rax,%rdx,4), %zmm2, %zmm2
	vmovups	%zmm2, (%rax,%rdx,4)
	vaddps	(%rax,%rsi,8), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rsi,8)
	vaddps	(%rax,%rdi), %zmm0, %zmm0
	jmp	.LBB46_5
.LBB46_7:
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	vmovups	%zmm11, (%rax)
	vmovups	%zmm10, (%rax,%rcx,4)
	vmovups	%zmm9, (%rax,%rcx,8)
	vmovups	%zmm8, (%rax,%rdx,4)
	vmovups	%zmm7, (%rax,%rsi)
	leaq	(%rcx,%rcx,4), %rsi
	vmovups	%zmm6, (%rax,%rsi,4)
	vmovups	%zmm5, (%rax,%rdx,8)
	leaq	(%rcx,%rcx,8), %rdx
	leaq	(%rdx,%rdx,2), %rdi
	addq	%rcx, %rdi
	vmovups	%zmm4, (%rax,%rdi)
	imulq	$44, %rcx, %rdi
	shlq	$5, %rcx
	vmovups	%zmm3, (%rax,%rcx)
	vmovups	%zmm2, (%rax,%rdx,4)
	vmovups	%zmm1, (%rax,%rsi,8)
.LBB46_5:
	vmovups	%zmm0, (%rax,%rdi)
	movq	%fs:40, %rax
	cmpq	(%rsp), %rax
	jne	.LBB46_11
# %bb.6:
	popq	%rax
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB46_10:
	.cfi_def_cfa_offset 16
	#APP
	#NO_APP
	ud2
.LBB46_11:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end46:
	.size	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5, .Lfunc_end46-$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5
	.cfi_endproc
                                        # -- End function
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$1_$1_Tt1g5Tm
	.type	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$1_$1_Tt1g5Tm,@function
$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$1_$1_Tt1g5Tm: # @"$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$1_$1_Tt1g5Tm"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$24, %rsp
	.cfi_def_cfa_offset 80
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%fs:40, %rax
	movq	%rax, 16(%rsp)
	testq	%rdi, %rdi
	js	.LBB47_16
# %bb.1:
	je	.LBB47_2
# %bb.3:
	movq	24(%rsi), %r9
	movq	(%rsi), %r8
	movq	16(%rsi), %rax
	movq	32(%rsi), %rcx
	movl	%edi, %edx
	andl	$7, %edx
	cmpq	$8, %rdi
	jae	.LBB47_13
# %bb.4:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	testq	%rdx, %rdx
	jne	.LBB47_6
	jmp	.LBB47_8
.LBB47_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	jmp	.LBB47_8
.LBB47_13:
	leaq	(,%rax,4), %r15
	leaq	(,%rcx,4), %rbx
	leaq	-64(,%rcx,4), %r14
	movq	%rax, %r11
	movabsq	$9223372036854775800, %r10      # imm = 0x7FFFFFFFFFFFFFF8
	shlq	$5, %r11
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	movq	%r11, 8(%rsp)                   # 8-byte Spill
	movq	%rcx, %r11
	andq	%r10, %rdi
	shlq	$5, %r11
	addq	%rbx, %r14
	leaq	(%r15,%r15), %r12
	.p2align	4
.LBB47_14:                              # =>This Inner Loop Header: Depth=1
	vbroadcastss	(%r8), %zmm2
	movq	%r8, %r13
	movq	%r9, %rbp
	addq	%r15, %r8
	vfmadd231ps	(%r9), %zmm2, %zmm1     # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	64(%r9), %zmm2, %zmm0   # zmm0 = (zmm2 * mem) + zmm0
	vbroadcastss	(%r13,%r15), %zmm2
	leaq	64(%r9,%rbx), %r9
	leaq	(%r9,%rbx), %r10
	vfmadd231ps	(%rbp,%rbx), %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	64(%rbp,%rbx), %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vbroadcastss	(%r15,%r8), %zmm2
	addq	%r15, %r8
	vfmadd231ps	-64(%rbx,%r9), %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	(%rbx,%r9), %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vbroadcastss	(%r15,%r8), %zmm2
	addq	%r15, %r8
	leaq	(%r10,%rbx), %r9
	vfmadd231ps	-64(%rbx,%r10), %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	(%rbx,%r10), %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vbroadcastss	(%r15,%r8), %zmm2
	addq	%r15, %r8
	leaq	(%r9,%rbx), %r10
	vfmadd231ps	-64(%rbx,%r9), %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	(%rbx,%r9), %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vbroadcastss	(%r15,%r8), %zmm2
	addq	%r15, %r8
	leaq	(%r10,%rbx), %r9
	vfmadd231ps	-64(%rbx,%r10), %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	(%rbx,%r10), %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vbroadcastss	(%r15,%r8), %zmm2
	addq	%r15, %r8
	vfmadd231ps	-64(%rbx,%r9), %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	(%rbx,%r9), %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	vbroadcastss	(%r15,%r8), %zmm2
	addq	%rbx, %r9
	addq	%r12, %r8
	vfmadd231ps	-64(%rbx,%r9), %zmm2, %zmm1 # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	(%rbx,%r9), %zmm2, %zmm0 # zmm0 = (zmm2 * mem) + zmm0
	addq	%r14, %r9
	addq	$-8, %rdi
	jne	.LBB47_14
# %bb.15:
	addq	8(%rsp), %r13                   # 8-byte Folded Reload
	addq	%r11, %rbp
	movq	%rbp, %r9
	movq	%r13, %r8
	testq	%rdx, %rdx
	je	.LBB47_8
.LBB47_6:
	shlq	$2, %rax
	addq	$64, %r9
	shlq	$2, %rcx
	.p2align	4
.LBB47_7:                               # =>This Inner Loop Header: Depth=1
	vbroadcastss	(%r8), %zmm2
	addq	%rax, %r8
	vfmadd231ps	-64(%r9), %zmm2, %zmm1  # zmm1 = (zmm2 * mem) + zmm1
	vfmadd231ps	(%r9), %zmm2, %zmm0     # zmm0 = (zmm2 * mem) + zmm0
	addq	%rcx, %r9
	decq	%rdx
	jne	.LBB47_7
.LBB47_8:
	movq	40(%rsi), %rax
	testb	$1, 56(%rsi)
	je	.LBB47_12
# %bb.9:
	vaddps	(%rax), %zmm1, %zmm1
	vmovups	%zmm1, (%rax)
	vaddps	64(%rax), %zmm0, %zmm0
	jmp	.LBB47_10
.LBB47_12:
	vmovups	%zmm1, (%rax)
.LBB47_10:
	vmovups	%zmm0, 64(%rax)
	movq	%fs:40, %rax
	cmpq	16(%rsp), %rax
	jne	.LBB47_17
# %bb.11:
	addq	$24, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB47_16:
	.cfi_def_cfa_offset 80
	#APP
	#NO_APP
	ud2
.LBB47_17:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end47:
	.size	$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$1_$1_Tt1g5Tm, .Lfunc_end47-$s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$1_$1_Tt1g5Tm
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5
	.weak	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5,@function
$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5: # @"$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$40, %rsp
	.cfi_def_cfa_offset 96
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%fs:40, %rax
	movq	%rax, 32(%rsp)
	testq	%rdi, %rdi
	js	.LBB48_16
# %bb.1:
	je	.LBB48_2
# %bb.3:
	movq	8(%rsi), %r8
	movq	16(%rsi), %r11
	movq	24(%rsi), %rcx
	movq	(%rsi), %rdx
	movq	32(%rsi), %r9
	movl	%edi, %r10d
	andl	$3, %r10d
	movq	%rsi, 8(%rsp)                   # 8-byte Spill
	vxorps	%xmm0, %xmm0, %xmm0
	movq	%r8, 24(%rsp)                   # 8-byte Spill
	movq	%r11, 16(%rsp)                  # 8-byte Spill
	cmpq	$4, %rdi
	jae	.LBB48_14
# %bb.4:
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	jmp	.LBB48_5
.LBB48_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	jmp	.LBB48_9
.LBB48_14:
	movabsq	$9223372036854775804, %rax      # imm = 0x7FFFFFFFFFFFFFFC
	leaq	(,%r8,4), %rbx
	movq	%r9, %rsi
	shlq	$4, %rsi
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	andq	%rax, %rdi
	movq	%r11, %rax
	leaq	(,%rax,4), %r14
	leaq	(,%rax,8), %r13
	shlq	$4, %r11
	leaq	(%rbx,%rax,8), %rbp
	leaq	(%rbx,%rax,4), %rax
	leaq	(%r14,%r14,2), %r15
	leaq	(%r15,%r8,4), %r12
	leaq	(,%r9,4), %r8
	leaq	(%r8,%r8,2), %r8
	.p2align	4
.LBB48_15:                              # =>This Inner Loop Header: Depth=1
	vbroadcastss	(%rdx,%rbx), %zmm12
	vmovups	(%rcx), %zmm13
	vmovups	64(%rcx), %zmm14
	vbroadcastss	(%rdx,%rax), %zmm8
	vbroadcastss	(%rdx), %zmm15
	vmovups	(%rcx,%r9,4), %zmm10
	vmovups	64(%rcx,%r9,4), %zmm11
	vbroadcastss	(%rdx,%rbp), %zmm4
	vmovups	(%rcx,%r9,8), %zmm7
	vmovups	64(%rcx,%r9,8), %zmm9
	vmovups	(%rcx,%r8), %zmm5
	vmovups	64(%rcx,%r8), %zmm6
	addq	%rsi, %rcx
	vfmadd231ps	%zmm14, %zmm12, %zmm0   # zmm0 = (zmm12 * zmm14) + zmm0
	vfmadd231ps	%zmm12, %zmm13, %zmm1   # zmm1 = (zmm13 * zmm12) + zmm1
	vbroadcastss	(%rdx,%r14), %zmm12
	vfmadd231ps	%zmm14, %zmm15, %zmm2   # zmm2 = (zmm15 * zmm14) + zmm2
	vfmadd231ps	%zmm13, %zmm15, %zmm3   # zmm3 = (zmm15 * zmm13) + zmm3
	vfmadd231ps	%zmm11, %zmm8, %zmm0    # zmm0 = (zmm8 * zmm11) + zmm0
	vfmadd231ps	%zmm8, %zmm10, %zmm1    # zmm1 = (zmm10 * zmm8) + zmm1
	vbroadcastss	(%rdx,%r13), %zmm8
	vfmadd231ps	%zmm9, %zmm4, %zmm0     # zmm0 = (zmm4 * zmm9) + zmm0
	vfmadd231ps	%zmm4, %zmm7, %zmm1     # zmm1 = (zmm7 * zmm4) + zmm1
	vbroadcastss	(%rdx,%r15), %zmm4
	vfmadd231ps	%zmm11, %zmm12, %zmm2   # zmm2 = (zmm12 * zmm11) + zmm2
	vfmadd231ps	%zmm10, %zmm12, %zmm3   # zmm3 = (zmm12 * zmm10) + zmm3
	vfmadd231ps	%zmm9, %zmm8, %zmm2     # zmm2 = (zmm8 * zmm9) + zmm2
	vfmadd231ps	%zmm7, %zmm8, %zmm3     # zmm3 = (zmm8 * zmm7) + zmm3
	vbroadcastss	(%rdx,%r12), %zmm8
	addq	%r11, %rdx
	addq	$-4, %rdi
	vfmadd231ps	%zmm5, %zmm4, %zmm3     # zmm3 = (zmm4 * zmm5) + zmm3
	vfmadd231ps	%zmm4, %zmm6, %zmm2     # zmm2 = (zmm6 * zmm4) + zmm2
	vfmadd231ps	%zmm5, %zmm8, %zmm1     # zmm1 = (zmm8 * zmm5) + zmm1
	vfmadd231ps	%zmm6, %zmm8, %zmm0     # zmm0 = (zmm8 * zmm6) + zmm0
	jne	.LBB48_15
.LBB48_5:
	testq	%r10, %r10
	je	.LBB48_6
# %bb.7:
	movq	16(%rsp), %rdi                  # 8-byte Reload
	movq	8(%rsp), %rsi                   # 8-byte Reload
	movq	24(%rsp), %rax                  # 8-byte Reload
	addq	$64, %rcx
	shlq	$2, %r9
	shlq	$2, %rdi
	.p2align	4
.LBB48_8:                               # =>This Inner Loop Header: Depth=1
	vbroadcastss	(%rdx), %zmm4
	vbroadcastss	(%rdx,%rax,4), %zmm7
	vmovups	-64(%rcx), %zmm5
	vmovups	(%rcx), %zmm6
	addq	%rdi, %rdx
	addq	%r9, %rcx
	decq	%r10
	vfmadd231ps	%zmm5, %zmm4, %zmm3     # zmm3 = (zmm4 * zmm5) + zmm3
	vfmadd231ps	%zmm4, %zmm6, %zmm2     # zmm2 = (zmm6 * zmm4) + zmm2
	vfmadd231ps	%zmm5, %zmm7, %zmm1     # zmm1 = (zmm7 * zmm5) + zmm1
	vfmadd231ps	%zmm6, %zmm7, %zmm0     # zmm0 = (zmm7 * zmm6) + zmm0
	jne	.LBB48_8
	jmp	.LBB48_9
.LBB48_6:
	movq	8(%rsp), %rsi                   # 8-byte Reload
.LBB48_9:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB48_13
# %bb.10:
	vaddps	(%rax), %zmm3, %zmm3
	vmovups	%zmm3, (%rax)
	vaddps	64(%rax), %zmm2, %zmm2
	vmovups	%zmm2, 64(%rax)
	vaddps	(%rax,%rcx,4), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rcx,4)
	vaddps	64(%rax,%rcx,4), %zmm0, %zmm0
	jmp	.LBB48_11
.LBB48_13:
	vmovups	%zmm3, (%rax)
	vmovups	%zmm2, 64(%rax)
	vmovups	%zmm1, (%rax,%rcx,4)
.LBB48_11:
	vmovups	%zmm0, 64(%rax,%rcx,4)
	movq	%fs:40, %rax
	cmpq	32(%rsp), %rax
	jne	.LBB48_17
# %bb.12:
	addq	$40, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB48_16:
	.cfi_def_cfa_offset 96
	#APP
	#NO_APP
	ud2
.LBB48_17:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end48:
	.size	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5, .Lfunc_end48-$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5
	.weak	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5,@function
$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5: # @"$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$24, %rsp
	.cfi_def_cfa_offset 80
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%fs:40, %rax
	movq	%rax, 16(%rsp)
	testq	%rdi, %rdi
	js	.LBB49_14
# %bb.1:
	je	.LBB49_2
# %bb.3:
	movq	8(%rsi), %r13
	movq	24(%rsi), %rdx
	movq	(%rsi), %rcx
	vxorps	%xmm0, %xmm0, %xmm0
	movq	%r13, 8(%rsp)                   # 8-byte Spill
	cmpq	$1, %rdi
	jne	.LBB49_12
# %bb.4:
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	jmp	.LBB49_5
.LBB49_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	jmp	.LBB49_7
.LBB49_12:
	movq	16(%rsi), %rax
	movq	32(%rsi), %r8
	leaq	(,%r13,4), %r10
	movabsq	$9223372036854775806, %r9       # imm = 0x7FFFFFFFFFFFFFFE
	leaq	(,%r13,8), %rbx
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	andq	%rdi, %r9
	leaq	(%r10,%r10,2), %r11
	leaq	(,%rax,4), %r15
	leaq	(,%rax,8), %r14
	leaq	(%r11,%rax,4), %r12
	leaq	(%r10,%rax,4), %rbp
	leaq	(,%r8,8), %rax
	leaq	(%r15,%r13,8), %r13
	.p2align	4
.LBB49_13:                              # =>This Inner Loop Header: Depth=1
	vbroadcastss	(%rcx,%rbx), %zmm13
	vmovups	(%rdx), %zmm10
	vmovups	64(%rdx), %zmm11
	vbroadcastss	(%rcx,%r11), %zmm9
	vbroadcastss	(%rcx,%r10), %zmm14
	vmovups	(%rdx,%r8,4), %zmm8
	vmovups	64(%rdx,%r8,4), %zmm12
	addq	%rax, %rdx
	vfmadd231ps	%zmm11, %zmm13, %zmm2   # zmm2 = (zmm13 * zmm11) + zmm2
	vfmadd231ps	%zmm13, %zmm10, %zmm3   # zmm3 = (zmm10 * zmm13) + zmm3
	vbroadcastss	(%rcx), %zmm13
	vfmadd231ps	%zmm9, %zmm10, %zmm1    # zmm1 = (zmm10 * zmm9) + zmm1
	vfmadd231ps	%zmm14, %zmm10, %zmm5   # zmm5 = (zmm10 * zmm14) + zmm5
	vfmadd231ps	%zmm11, %zmm9, %zmm0    # zmm0 = (zmm9 * zmm11) + zmm0
	vfmadd231ps	%zmm11, %zmm14, %zmm4   # zmm4 = (zmm14 * zmm11) + zmm4
	vfmadd231ps	%zmm10, %zmm13, %zmm7   # zmm7 = (zmm13 * zmm10) + zmm7
	vbroadcastss	(%rcx,%r15), %zmm10
	vfmadd231ps	%zmm11, %zmm13, %zmm6   # zmm6 = (zmm13 * zmm11) + zmm6
	vbroadcastss	(%rcx,%rbp), %zmm13
	vbroadcastss	(%rcx,%r12), %zmm11
	vfmadd231ps	%zmm8, %zmm10, %zmm7    # zmm7 = (zmm10 * zmm8) + zmm7
	vfmadd231ps	%zmm10, %zmm12, %zmm6   # zmm6 = (zmm12 * zmm10) + zmm6
	vbroadcastss	(%rcx,%r13), %zmm10
	vfmadd231ps	%zmm8, %zmm13, %zmm5    # zmm5 = (zmm13 * zmm8) + zmm5
	vfmadd231ps	%zmm13, %zmm12, %zmm4   # zmm4 = (zmm12 * zmm13) + zmm4
	vfmadd231ps	%zmm8, %zmm11, %zmm1    # zmm1 = (zmm11 * zmm8) + zmm1
	vfmadd231ps	%zmm12, %zmm11, %zmm0   # zmm0 = (zmm11 * zmm12) + zmm0
	addq	%r14, %rcx
	addq	$-2, %r9
	vfmadd231ps	%zmm8, %zmm10, %zmm3    # zmm3 = (zmm10 * zmm8) + zmm3
	vfmadd231ps	%zmm10, %zmm12, %zmm2   # zmm2 = (zmm12 * zmm10) + zmm2
	jne	.LBB49_13
.LBB49_5:
	testb	$1, %dil
	je	.LBB49_7
# %bb.6:
	movq	8(%rsp), %rax                   # 8-byte Reload
	vmovups	(%rdx), %zmm8
	vmovups	64(%rdx), %zmm9
	vbroadcastss	(%rcx), %zmm10
	vbroadcastss	(%rcx,%rax,4), %zmm11
	vbroadcastss	(%rcx,%rax,8), %zmm12
	leaq	(%rax,%rax,2), %rax
	vfmadd231ps	%zmm8, %zmm10, %zmm7    # zmm7 = (zmm10 * zmm8) + zmm7
	vfmadd231ps	%zmm10, %zmm9, %zmm6    # zmm6 = (zmm9 * zmm10) + zmm6
	vfmadd231ps	%zmm8, %zmm11, %zmm5    # zmm5 = (zmm11 * zmm8) + zmm5
	vfmadd231ps	%zmm11, %zmm9, %zmm4    # zmm4 = (zmm9 * zmm11) + zmm4
	vbroadcastss	(%rcx,%rax,4), %zmm11
	vfmadd231ps	%zmm8, %zmm12, %zmm3    # zmm3 = (zmm12 * zmm8) + zmm3
	vfmadd231ps	%zmm12, %zmm9, %zmm2    # zmm2 = (zmm9 * zmm12) + zmm2
	vfmadd231ps	%zmm8, %zmm11, %zmm1    # zmm1 = (zmm11 * zmm8) + zmm1
	vfmadd231ps	%zmm9, %zmm11, %zmm0    # zmm0 = (zmm11 * zmm9) + zmm0
.LBB49_7:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB49_11
# %bb.8:
	vaddps	(%rax), %zmm7, %zmm7
	vmovups	%zmm7, (%rax)
	vaddps	64(%rax), %zmm6, %zmm6
	vmovups	%zmm6, 64(%rax)
	vaddps	(%rax,%rcx,4), %zmm5, %zmm5
	vmovups	%zmm5, (%rax,%rcx,4)
	vaddps	64(%rax,%rcx,4), %zmm4, %zmm4
	vmovups	%zmm4, 64(%rax,%rcx,4)
	vaddps	(%rax,%rcx,8), %zmm3, %zmm3
	vmovups	%zmm3, (%rax,%rcx,8)
	vaddps	64(%rax,%rcx,8), %zmm2, %zmm2
	vmovups	%zmm2, 64(%rax,%rcx,8)
	leaq	(%rcx,%rcx,2), %rcx
	vaddps	(%rax,%rcx,4), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rcx,4)
	vaddps	64(%rax,%rcx,4), %zmm0, %zmm0
	jmp	.LBB49_9
.LBB49_11:
	vmovups	%zmm7, (%rax)
	vmovups	%zmm6, 64(%rax)
	vmovups	%zmm5, (%rax,%rcx,4)
	vmovups	%zmm4, 64(%rax,%rcx,4)
	vmovups	%zmm3, (%rax,%rcx,8)
	vmovups	%zmm2, 64(%rax,%rcx,8)
	leaq	(%rcx,%rcx,2), %rcx
	vmovups	%zmm1, (%rax,%rcx,4)
.LBB49_9:
	vmovups	%zmm0, 64(%rax,%rcx,4)
	movq	%fs:40, %rax
	cmpq	16(%rsp), %rax
	jne	.LBB49_15
# %bb.10:
	addq	$24, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB49_14:
	.cfi_def_cfa_offset 80
	#APP
	#NO_APP
	ud2
.LBB49_15:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end49:
	.size	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5, .Lfunc_end49-$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5
	.weak	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5,@function
$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5: # @"$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rax
	.cfi_def_cfa_offset 16
	movq	%fs:40, %rax
	movq	%rax, (%rsp)
	testq	%rdi, %rdi
	js	.LBB50_10
# %bb.1:
	je	.LBB50_2
# %bb.8:
	movq	8(%rsi), %rax
	movq	16(%rsi), %r8
	movq	24(%rsi), %rcx
	movq	(%rsi), %rdx
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	vxorps	%xmm12, %xmm12, %xmm12
	vxorps	%xmm13, %xmm13, %xmm13
	vxorps	%xmm14, %xmm14, %xmm14
	vxorps	%xmm15, %xmm15, %xmm15
	leaq	(%rax,%rax,8), %r9
	shlq	$2, %r8
	addq	$64, %rcx
	leaq	(%r9,%r9,2), %r10
	movq	32(%rsi), %r9
	addq	%rax, %r10
	shlq	$2, %rax
	subq	%r10, %r8
	addq	%rax, %r8
	shlq	$2, %r9
	.p2align	4
.LBB50_9:                               # =>This Inner Loop Header: Depth=1
	vbroadcastss	(%rdx,%rax), %zmm19
	vbroadcastss	(%rdx), %zmm16
	vmovups	-64(%rcx), %zmm17
	vmovups	(%rcx), %zmm18
	addq	%rax, %rdx
	addq	%r9, %rcx
	vbroadcastss	(%rax,%rdx), %zmm20
	addq	%rax, %rdx
	vfmadd231ps	%zmm17, %zmm19, %zmm13  # zmm13 = (zmm19 * zmm17) + zmm13
	vfmadd231ps	%zmm19, %zmm18, %zmm12  # zmm12 = (zmm18 * zmm19) + zmm12
	vbroadcastss	(%rax,%rdx), %zmm19
	addq	%rax, %rdx
	vfmadd231ps	%zmm17, %zmm16, %zmm15  # zmm15 = (zmm16 * zmm17) + zmm15
	vfmadd231ps	%zmm16, %zmm18, %zmm14  # zmm14 = (zmm18 * zmm16) + zmm14
	vbroadcastss	(%rax,%rdx), %zmm16
	addq	%rax, %rdx
	vfmadd231ps	%zmm17, %zmm20, %zmm11  # zmm11 = (zmm20 * zmm17) + zmm11
	vfmadd231ps	%zmm20, %zmm18, %zmm10  # zmm10 = (zmm18 * zmm20) + zmm10
	vbroadcastss	(%rax,%rdx), %zmm21
	addq	%rax, %rdx
	vfmadd231ps	%zmm17, %zmm19, %zmm9   # zmm9 = (zmm19 * zmm17) + zmm9
	vfmadd231ps	%zmm19, %zmm18, %zmm8   # zmm8 = (zmm18 * zmm19) + zmm8
	vfmadd231ps	%zmm17, %zmm16, %zmm7   # zmm7 = (zmm16 * zmm17) + zmm7
	vfmadd231ps	%zmm16, %zmm18, %zmm6   # zmm6 = (zmm18 * zmm16) + zmm6
	vbroadcastss	(%rax,%rdx), %zmm16
	addq	%rax, %rdx
	vbroadcastss	(%rax,%rdx), %zmm20
	vfmadd231ps	%zmm17, %zmm21, %zmm5   # zmm5 = (zmm21 * zmm17) + zmm5
	vfmadd231ps	%zmm21, %zmm18, %zmm4   # zmm4 = (zmm18 * zmm21) + zmm4
	addq	%r8, %rdx
	decq	%rdi
	vfmadd231ps	%zmm17, %zmm16, %zmm3   # zmm3 = (zmm16 * zmm17) + zmm3
	vfmadd231ps	%zmm16, %zmm18, %zmm2   # zmm2 = (zmm18 * zmm16) + zmm2
	vfmadd231ps	%zmm17, %zmm20, %zmm1   # zmm1 = (zmm20 * zmm17) + zmm1
	vfmadd231ps	%zmm18, %zmm20, %zmm0   # zmm0 = (zmm20 * zmm18) + zmm0
	jne	.LBB50_9
	jmp	.LBB50_3
.LBB50_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	vxorps	%xmm12, %xmm12, %xmm12
	vxorps	%xmm13, %xmm13, %xmm13
	vxorps	%xmm14, %xmm14, %xmm14
	vxorps	%xmm15, %xmm15, %xmm15
.LBB50_3:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB50_7
# %bb.4:
	vaddps	(%rax), %zmm15, %zmm15
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	leaq	(%rcx,%rcx,4), %rdi
	vmovups	%zmm15, (%rax)
	vaddps	64(%rax), %zmm14, %zmm14
	vmovups	%zmm14, 64(%rax)
	vaddps	(%rax,%rcx,4), %zmm13, %zmm13
	vmovups	%zmm13, (%rax,%rcx,4)
	vaddps	64(%rax,%rcx,4), %zmm12, %zmm12
	vmovups	%zmm12, 64(%rax,%rcx,4)
	vaddps	(%rax,%rcx,8), %zmm11, %zmm11
	vmovups	%zmm11, (%rax,%rcx,8)
	vaddps	64(%rax,%rcx,8), %zmm10, %zmm10
	vmovups	%zmm10, 64(%rax,%rcx,8)
	vaddps	(%rax,%rdx,4), %zmm9, %zmm9
	vmovups	%zmm9, (%rax,%rdx,4)
	vaddps	64(%rax,%rdx,4), %zmm8, %zmm8
	vmovups	%zmm8, 64(%rax,%rdx,4)
	vaddps	(%rax,%rsi), %zmm7, %zmm7
	vmovups	%zmm7, (%rax,%rsi)
	vaddps	64(%rax,%rsi), %zmm6, %zmm6
	vmovups	%zmm6, 64(%rax,%rsi)
	leaq	(%rcx,%rcx,8), %rsi
	vaddps	(%rax,%rdi,4), %zmm5, %zmm5
	leaq	(%rsi,%rsi,2), %rsi
	addq	%rcx, %rsi
	vmovups	%zmm5, (%rax,%rdi,4)
	vaddps	64(%rax,%rdi,4), %zmm4, %zmm4
	vmovups	%zmm4, 64(%rax,%rdi,4)
	vaddps	(%rax,%rdx,8), %zmm3, %zmm3
	vmovups	%zmm3, (%rax,%rdx,8)
	vaddps	64(%rax,%rdx,8), %zmm2, %zmm2
	vmovups	%zmm2, 64(%rax,%rdx,8)
	vaddps	(%rax,%rsi), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rsi)
	vaddps	64(%rax,%rsi), %zmm0, %zmm0
	vmovups	%zmm0, 64(%rax,%rsi)
	jmp	.LBB50_5
.LBB50_7:
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	vmovups	%zmm15, (%rax)
	vmovups	%zmm14, 64(%rax)
	vmovups	%zmm13, (%rax,%rcx,4)
	vmovups	%zmm12, 64(%rax,%rcx,4)
	vmovups	%zmm11, (%rax,%rcx,8)
	vmovups	%zmm10, 64(%rax,%rcx,8)
	leaq	(%rcx,%rcx,4), %rdi
	vmovups	%zmm9, (%rax,%rdx,4)
	vmovups	%zmm8, 64(%rax,%rdx,4)
	vmovups	%zmm7, (%rax,%rsi)
	vmovups	%zmm6, 64(%rax,%rsi)
	leaq	(%rcx,%rcx,8), %rsi
	vmovups	%zmm5, (%rax,%rdi,4)
	vmovups	%zmm4, 64(%rax,%rdi,4)
	vmovups	%zmm3, (%rax,%rdx,8)
	vmovups	%zmm2, 64(%rax,%rdx,8)
	leaq	(%rsi,%rsi,2), %rdx
	addq	%rcx, %rdx
	vmovups	%zmm1, (%rax,%rdx)
	vmovups	%zmm0, 64(%rax,%rdx)
.LBB50_5:
	movq	%fs:40, %rax
	cmpq	(%rsp), %rax
	jne	.LBB50_11
# %bb.6:
	popq	%rax
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB50_10:
	.cfi_def_cfa_offset 16
	#APP
	#NO_APP
	ud2
.LBB50_11:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end50:
	.size	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5, .Lfunc_end50-$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5
	.cfi_endproc
                                        # -- End function
	.hidden	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5 # -- Begin function $s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5
	.weak	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5
	.p2align	4
	.type	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5,@function
$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5: # @"$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5"
	.cfi_startproc
# %bb.0:
	pushq	%rax
	.cfi_def_cfa_offset 16
	movq	%fs:40, %rax
	movq	%rax, (%rsp)
	testq	%rdi, %rdi
	js	.LBB51_10
# %bb.1:
	je	.LBB51_2
# %bb.8:
	movq	8(%rsi), %rax
	movq	16(%rsi), %r8
	movq	24(%rsi), %rcx
	movq	32(%rsi), %r9
	movq	(%rsi), %rdx
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	vxorps	%xmm12, %xmm12, %xmm12
	vxorps	%xmm13, %xmm13, %xmm13
	vxorps	%xmm14, %xmm14, %xmm14
	vxorps	%xmm15, %xmm15, %xmm15
	vxorps	%xmm16, %xmm16, %xmm16
	vxorps	%xmm17, %xmm17, %xmm17
	vxorps	%xmm18, %xmm18, %xmm18
	vxorps	%xmm19, %xmm19, %xmm19
	vxorps	%xmm20, %xmm20, %xmm20
	vxorps	%xmm21, %xmm21, %xmm21
	vxorps	%xmm22, %xmm22, %xmm22
	vxorps	%xmm23, %xmm23, %xmm23
	imulq	$44, %rax, %r10
	shlq	$2, %r8
	shlq	$2, %rax
	addq	$64, %rcx
	shlq	$2, %r9
	subq	%r10, %r8
	addq	%rax, %r8
	.p2align	4
.LBB51_9:                               # =>This Inner Loop Header: Depth=1
	vbroadcastss	(%rdx,%rax), %zmm27
	vbroadcastss	(%rdx), %zmm26
	vmovups	-64(%rcx), %zmm25
	vmovups	(%rcx), %zmm24
	addq	%rax, %rdx
	addq	%r9, %rcx
	vbroadcastss	(%rax,%rdx), %zmm28
	addq	%rax, %rdx
	vfmadd231ps	%zmm25, %zmm27, %zmm21  # zmm21 = (zmm27 * zmm25) + zmm21
	vfmadd231ps	%zmm27, %zmm24, %zmm20  # zmm20 = (zmm24 * zmm27) + zmm20
	vbroadcastss	(%rax,%rdx), %zmm27
	addq	%rax, %rdx
	vfmadd231ps	%zmm25, %zmm26, %zmm23  # zmm23 = (zmm26 * zmm25) + zmm23
	vfmadd231ps	%zmm26, %zmm24, %zmm22  # zmm22 = (zmm24 * zmm26) + zmm22
	vbroadcastss	(%rax,%rdx), %zmm26
	addq	%rax, %rdx
	vfmadd231ps	%zmm25, %zmm28, %zmm19  # zmm19 = (zmm28 * zmm25) + zmm19
	vfmadd231ps	%zmm28, %zmm24, %zmm18  # zmm18 = (zmm24 * zmm28) + zmm18
	vbroadcastss	(%rax,%rdx), %zmm29
	addq	%rax, %rdx
	vfmadd231ps	%zmm25, %zmm27, %zmm17  # zmm17 = (zmm27 * zmm25) + zmm17
	vfmadd231ps	%zmm27, %zmm24, %zmm16  # zmm16 = (zmm24 * zmm27) + zmm16
	vfmadd231ps	%zmm25, %zmm26, %zmm15  # zmm15 = (zmm26 * zmm25) + zmm15
	vfmadd231ps	%zmm26, %zmm24, %zmm14  # zmm14 = (zmm24 * zmm26) + zmm14
	vbroadcastss	(%rax,%rdx), %zmm26
	addq	%rax, %rdx
	vbroadcastss	(%rax,%rdx), %zmm28
	addq	%rax, %rdx
	vfmadd231ps	%zmm25, %zmm29, %zmm13  # zmm13 = (zmm29 * zmm25) + zmm13
	vfmadd231ps	%zmm29, %zmm24, %zmm12  # zmm12 = (zmm24 * zmm29) + zmm12
	vfmadd231ps	%zmm25, %zmm26, %zmm11  # zmm11 = (zmm26 * zmm25) + zmm11
	vfmadd231ps	%zmm26, %zmm24, %zmm10  # zmm10 = (zmm24 * zmm26) + zmm10
	vbroadcastss	(%rax,%rdx), %zmm26
	addq	%rax, %rdx
	vbroadcastss	(%rax,%rdx), %zmm29
	addq	%rax, %rdx
	vfmadd231ps	%zmm25, %zmm28, %zmm9   # zmm9 = (zmm28 * zmm25) + zmm9
	vfmadd231ps	%zmm28, %zmm24, %zmm8   # zmm8 = (zmm24 * zmm28) + zmm8
	vfmadd231ps	%zmm25, %zmm26, %zmm7   # zmm7 = (zmm26 * zmm25) + zmm7
	vfmadd231ps	%zmm26, %zmm24, %zmm6   # zmm6 = (zmm24 * zmm26) + zmm6
	vbroadcastss	(%rax,%rdx), %zmm26
	addq	%rax, %rdx
	vbroadcastss	(%rax,%rdx), %zmm28
	vfmadd231ps	%zmm25, %zmm29, %zmm5   # zmm5 = (zmm29 * zmm25) + zmm5
	vfmadd231ps	%zmm29, %zmm24, %zmm4   # zmm4 = (zmm24 * zmm29) + zmm4
	addq	%r8, %rdx
	decq	%rdi
	vfmadd231ps	%zmm25, %zmm26, %zmm3   # zmm3 = (zmm26 * zmm25) + zmm3
	vfmadd231ps	%zmm26, %zmm24, %zmm2   # zmm2 = (zmm24 * zmm26) + zmm2
	vfmadd231ps	%zmm25, %zmm28, %zmm1   # zmm1 = (zmm28 * zmm25) + zmm1
	vfmadd231ps	%zmm24, %zmm28, %zmm0   # zmm0 = (zmm28 * zmm24) + zmm0
	jne	.LBB51_9
	jmp	.LBB51_3
.LBB51_2:
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	vxorps	%xmm12, %xmm12, %xmm12
	vxorps	%xmm13, %xmm13, %xmm13
	vxorps	%xmm14, %xmm14, %xmm14
	vxorps	%xmm15, %xmm15, %xmm15
	vxorps	%xmm16, %xmm16, %xmm16
	vxorps	%xmm17, %xmm17, %xmm17
	vxorps	%xmm18, %xmm18, %xmm18
	vxorps	%xmm19, %xmm19, %xmm19
	vxorps	%xmm20, %xmm20, %xmm20
	vxorps	%xmm21, %xmm21, %xmm21
	vxorps	%xmm22, %xmm22, %xmm22
	vxorps	%xmm23, %xmm23, %xmm23
.LBB51_3:
	movq	40(%rsi), %rax
	movq	48(%rsi), %rcx
	testb	$1, 56(%rsi)
	je	.LBB51_7
# %bb.4:
	vaddps	(%rax), %zmm23, %zmm23
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	vmovups	%zmm23, (%rax)
	vaddps	64(%rax), %zmm22, %zmm22
	vmovups	%zmm22, 64(%rax)
	vaddps	(%rax,%rcx,4), %zmm21, %zmm21
	vmovups	%zmm21, (%rax,%rcx,4)
	vaddps	64(%rax,%rcx,4), %zmm20, %zmm20
	vmovups	%zmm20, 64(%rax,%rcx,4)
	vaddps	(%rax,%rcx,8), %zmm19, %zmm19
	vmovups	%zmm19, (%rax,%rcx,8)
	vaddps	64(%rax,%rcx,8), %zmm18, %zmm18
	vmovups	%zmm18, 64(%rax,%rcx,8)
	vaddps	(%rax,%rdx,4), %zmm17, %zmm17
	vmovups	%zmm17, (%rax,%rdx,4)
	vaddps	64(%rax,%rdx,4), %zmm16, %zmm16
	vmovups	%zmm16, 64(%rax,%rdx,4)
	vaddps	(%rax,%rsi), %zmm15, %zmm15
	vmovups	%zmm15, (%rax,%rsi)
	vaddps	64(%rax,%rsi), %zmm14, %zmm14
	vmovups	%zmm14, 64(%rax,%rsi)
	leaq	(%rcx,%rcx,4), %rsi
	vaddps	(%rax,%rsi,4), %zmm13, %zmm13
	vmovups	%zmm13, (%rax,%rsi,4)
	vaddps	64(%rax,%rsi,4), %zmm12, %zmm12
	vmovups	%zmm12, 64(%rax,%rsi,4)
	vaddps	(%rax,%rdx,8), %zmm11, %zmm11
	vmovups	%zmm11, (%rax,%rdx,8)
	vaddps	64(%rax,%rdx,8), %zmm10, %zmm10
	vmovups	%zmm10, 64(%rax,%rdx,8)
	leaq	(%rcx,%rcx,8), %rdx
	leaq	(%rdx,%rdx,2), %rdi
	addq	%rcx, %rdi
	vaddps	(%rax,%rdi), %zmm9, %zmm9
	vmovups	%zmm9, (%rax,%rdi)
	vaddps	64(%rax,%rdi), %zmm8, %zmm8
	vmovups	%zmm8, 64(%rax,%rdi)
	movq	%rcx, %rdi
	shlq	$5, %rdi
	imulq	$44, %rcx, %rcx
	vaddps	(%rax,%rdi), %zmm7, %zmm7
	vmovups	%zmm7, (%rax,%rdi)
	vaddps	64(%rax,%rdi), %zmm6, %zmm6
	vmovups	%zmm6, 64(%rax,%rdi)
	vaddps	(%rax,%rdx,4), %zmm5, %zmm5
	vmovups	%zmm5, (%rax,%rdx,4)
	vaddps	64(%rax,%rdx,4), %zmm4, %zmm4
	vmovups	%zmm4, 64(%rax,%rdx,4)
	vaddps	(%rax,%rsi,8), %zmm3, %zmm3
	vmovups	%zmm3, (%rax,%rsi,8)
	vaddps	64(%rax,%rsi,8), %zmm2, %zmm2
	vmovups	%zmm2, 64(%rax,%rsi,8)
	vaddps	(%rax,%rcx), %zmm1, %zmm1
	vmovups	%zmm1, (%rax,%rcx)
	vaddps	64(%rax,%rcx), %zmm0, %zmm0
	vmovups	%zmm0, 64(%rax,%rcx)
	jmp	.LBB51_5
.LBB51_7:
	leaq	(%rcx,%rcx,2), %rdx
	movq	%rcx, %rsi
	shlq	$4, %rsi
	vmovups	%zmm23, (%rax)
	vmovups	%zmm22, 64(%rax)
	vmovups	%zmm21, (%rax,%rcx,4)
	vmovups	%zmm20, 64(%rax,%rcx,4)
	vmovups	%zmm19, (%rax,%rcx,8)
	vmovups	%zmm18, 64(%rax,%rcx,8)
	vmovups	%zmm17, (%rax,%rdx,4)
	vmovups	%zmm16, 64(%rax,%rdx,4)
	vmovups	%zmm15, (%rax,%rsi)
	vmovups	%zmm14, 64(%rax,%rsi)
	leaq	(%rcx,%rcx,4), %rsi
	vmovups	%zmm13, (%rax,%rsi,4)
	vmovups	%zmm12, 64(%rax,%rsi,4)
	vmovups	%zmm11, (%rax,%rdx,8)
	vmovups	%zmm10, 64(%rax,%rdx,8)
	leaq	(%rcx,%rcx,8), %rdx
	leaq	(%rdx,%rdx,2), %rdi
	addq	%rcx, %rdi
	vmovups	%zmm9, (%rax,%rdi)
	vmovups	%zmm8, 64(%rax,%rdi)
	imulq	$44, %rcx, %rdi
	shlq	$5, %rcx
	vmovups	%zmm7, (%rax,%rcx)
	vmovups	%zmm6, 64(%rax,%rcx)
	vmovups	%zmm5, (%rax,%rdx,4)
	vmovups	%zmm4, 64(%rax,%rdx,4)
	vmovups	%zmm3, (%rax,%rsi,8)
	vmovups	%zmm2, 64(%rax,%rsi,8)
	vmovups	%zmm1, (%rax,%rdi)
	vmovups	%zmm0, 64(%rax,%rdi)
.LBB51_5:
	movq	%fs:40, %rax
	cmpq	(%rsp), %rax
	jne	.LBB51_11
# %bb.6:
	popq	%rax
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB51_10:
	.cfi_def_cfa_offset 16
	#APP
	#NO_APP
	ud2
.LBB51_11:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end51:
	.size	$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5, .Lfunc_end51-$s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5
	.cfi_endproc
                                        # -- End function
	.section	.rodata,"a",@progbits
	.p2align	6, 0x0                          # -- Begin function $s16SwiftgradKernels7PackingO14transposeGroup33_BBD12EC23CA21D7A0861DF8BBA6EBD14LL____2to_ySPy6Vector_6ScalarQZG_S3iSpyAIGSitFZAA16WideRegisterFileOyAA6F32x16VG_Tt5g5
.LCPI52_0:
	.long	0                               # 0x0
	.long	16                              # 0x10
	.long	1                               # 0x1
	.long	17                              # 0x11
	.long	2                               # 0x2
	.long	18                              # 0x12
	.long	3                               # 0x3
	.long	19                              # 0x13
	.long	4                               # 0x4
	.long	20                              # 0x14
	.long	5                               # 0x5
	.long	21                              # 0x15
	.long	6                               # 0x6
	.long	22                              # 0x16
	.long	7                               # 0x7
	.long	23                              # 0x17
.LCPI52_1:
	.long	8                               # 0x8
	.long	24                              # 0x18
	.long	9                               # 0x9
	.long	25                              # 0x19
	.long	10                              # 0xa
	.long	26                              # 0x1a
	.long	11                              # 0xb
	.long	27                              # 0x1b
	.long	12                              # 0xc
	.long	28                              # 0x1c
	.long	13                              # 0xd
	.long	29                              # 0x1d
	.long	14                              # 0xe
	.long	30                              # 0x1e
	.long	15                              # 0xf
	.long	31                              # 0x1f
	.text
	.p2align	4
	.type	$s16SwiftgradKernels7PackingO14transposeGroup33_BBD12EC23CA21D7A0861DF8BBA6EBD14LL____2to_ySPy6Vector_6ScalarQZG_S3iSpyAIGSitFZAA16WideRegisterFileOyAA6F32x16VG_Tt5g5,@function
$s16SwiftgradKernels7PackingO14transposeGroup33_BBD12EC23CA21D7A0861DF8BBA6EBD14LL____2to_ySPy6Vector_6ScalarQZG_S3iSpyAIGSitFZAA16WideRegisterFileOyAA6F32x16VG_Tt5g5: # @"$s16SwiftgradKernels7PackingO14transposeGroup33_BBD12EC23CA21D7A0861DF8BBA6EBD14LL____2to_ySPy6Vector_6ScalarQZG_S3iSpyAIGSitFZAA16WideRegisterFileOyAA6F32x16VG_Tt5g5"
# %bb.0:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$1320, %rsp                     # imm = 0x528
	movq	%r8, 16(%rsp)                   # 8-byte Spill
	movq	%rdi, 24(%rsp)                  # 8-byte Spill
	leaq	15(%rcx), %r15
	testq	%rcx, %rcx
	movq	%r9, %r12
	leaq	(,%rsi,4), %rbx
	vmovaps	.LCPI52_0(%rip), %zmm1          # zmm1 = [0,16,1,17,2,18,3,19,4,20,5,21,6,22,7,23]
	vmovaps	.LCPI52_1(%rip), %zmm2          # zmm2 = [8,24,9,25,10,26,11,27,12,28,13,29,14,30,15,31]
	movq	%rsi, %r10
	vxorps	%xmm0, %xmm0, %xmm0
	movq	%fs:40, %rax
	cmovnsq	%rcx, %r15
	shlq	$4, %r12
	shlq	$5, %r10
	movq	%rax, 1312(%rsp)
	leaq	(,%r9,8), %rax
	movq	%rcx, (%rsp)                    # 8-byte Spill
	movq	%r15, %rcx
	sarq	$4, %rcx
	andq	$-16, %r15
	movq	%rdx, 64(%rsp)                  # 8-byte Spill
	movq	%rcx, 48(%rsp)                  # 8-byte Spill
	leaq	(%r9,%r9,8), %rcx
	movq	%r15, 8(%rsp)                   # 8-byte Spill
	leaq	(%rax,%rax,2), %rbp
	leaq	(%rax,%rax,4), %rax
	leaq	(%rcx,%rcx,2), %r14
	movq	%r9, %rcx
	shlq	$5, %rcx
	movq	%rax, 264(%rsp)                 # 8-byte Spill
	leaq	(%rsi,%rsi,8), %rax
	movq	%rcx, 272(%rsp)                 # 8-byte Spill
	movq	%rsi, %rcx
	shlq	$4, %rcx
	movq	%rcx, 160(%rsp)                 # 8-byte Spill
	addq	%r9, %r14
	leaq	(%rax,%rax,2), %rax
	movq	%r14, 168(%rsp)                 # 8-byte Spill
	addq	%rsi, %rax
	movq	%rax, 152(%rsp)                 # 8-byte Spill
	leaq	(,%rsi,8), %rax
	leaq	(%rax,%rax,2), %rdi
	leaq	(%rax,%rax,4), %rax
	movq	%rax, 136(%rsp)                 # 8-byte Spill
	leaq	(,%r9,4), %rax
	movq	%rdi, 144(%rsp)                 # 8-byte Spill
	leaq	(%rax,%rax,4), %r8
	leaq	(%rax,%rax,2), %rdi
	movq	%rax, 56(%rsp)                  # 8-byte Spill
	leaq	(%rax,%rax,8), %rax
	movq	%r8, 248(%rsp)                  # 8-byte Spill
	imulq	$44, %r9, %r8
	movq	%rdi, 256(%rsp)                 # 8-byte Spill
	leaq	(%r12,%r12,2), %rdi
	movq	%rax, 240(%rsp)                 # 8-byte Spill
	movq	%rdi, 224(%rsp)                 # 8-byte Spill
	imulq	$56, %r9, %rdi
	movq	%r8, 232(%rsp)                  # 8-byte Spill
	imulq	$52, %r9, %r8
	movq	%rdi, 208(%rsp)                 # 8-byte Spill
	leaq	(%rbx,%rbx,2), %rdi
	movq	%r8, 216(%rsp)                  # 8-byte Spill
	imulq	$60, %r9, %r8
	movq	%rdi, 128(%rsp)                 # 8-byte Spill
	leaq	(%rbx,%rbx,8), %rdi
	movq	%r8, 200(%rsp)                  # 8-byte Spill
	leaq	(%rbx,%rbx,4), %r8
	movq	%rdi, 112(%rsp)                 # 8-byte Spill
	imulq	$44, %rsi, %rdi
	movq	%r8, 120(%rsp)                  # 8-byte Spill
	leaq	(%rcx,%rcx,2), %r8
	imulq	$52, %rsi, %rcx
	movq	%rdi, 96(%rsp)                  # 8-byte Spill
	imulq	$56, %rsi, %rdi
	movq	%r8, 104(%rsp)                  # 8-byte Spill
	movq	%rcx, 88(%rsp)                  # 8-byte Spill
	imulq	$60, %rsi, %rcx
	movq	%rdi, 80(%rsp)                  # 8-byte Spill
	movq	%rcx, 72(%rsp)                  # 8-byte Spill
	jmp	.LBB52_1
	.p2align	4
.LBB52_25:                              #   in Loop: Header=BB52_1 Depth=1
	movq	32(%rsp), %rdx                  # 8-byte Reload
	testq	%rdx, %rdx
	jle	.LBB52_9
.LBB52_1:                               # =>This Loop Header: Depth=1
                                        #     Child Loop BB52_3 Depth 2
                                        #       Child Loop BB52_27 Depth 3
                                        #       Child Loop BB52_8 Depth 3
                                        #       Child Loop BB52_23 Depth 3
	leal	-1(%rdx), %eax
	andl	$15, %eax
	leaq	1(%rax), %rcx
	movq	%rax, 192(%rsp)                 # 8-byte Spill
	subq	%rcx, %rdx
	cmpq	$16, (%rsp)                     # 8-byte Folded Reload
	movq	%rcx, 40(%rsp)                  # 8-byte Spill
	movq	%rdx, 32(%rsp)                  # 8-byte Spill
	jl	.LBB52_25
# %bb.2:                                #   in Loop: Header=BB52_1 Depth=1
	movq	32(%rsp), %rdx                  # 8-byte Reload
	movq	24(%rsp), %rcx                  # 8-byte Reload
	movq	40(%rsp), %r13                  # 8-byte Reload
	xorl	%r11d, %r11d
	movq	%rdx, %rax
	imulq	%rsi, %rax
	leaq	(%rcx,%rax,4), %rdi
	movq	16(%rsp), %rcx                  # 8-byte Reload
	movq	%rdi, 184(%rsp)                 # 8-byte Spill
	leaq	(%rcx,%rdx,4), %rax
	movl	%r13d, %ecx
	andl	$7, %ecx
                                        # kill: def $r13d killed $r13d killed $r13 def $r13
	andl	$-8, %r13d
	movq	%rdi, %rdx
	movq	%rcx, 176(%rsp)                 # 8-byte Spill
                                        # kill: def $ecx killed $ecx killed $rcx def $rcx
	shll	$6, %ecx
	movq	%rax, 280(%rsp)                 # 8-byte Spill
	.p2align	4
.LBB52_3:                               #   Parent Loop BB52_1 Depth=1
                                        # =>  This Loop Header: Depth=2
                                        #       Child Loop BB52_27 Depth 3
                                        #       Child Loop BB52_8 Depth 3
                                        #       Child Loop BB52_23 Depth 3
	cmpl	$16, 40(%rsp)                   # 4-byte Folded Reload
	vmovups	%zmm0, 1248(%rsp)
	vmovups	%zmm0, 1184(%rsp)
	vmovups	%zmm0, 1120(%rsp)
	vmovups	%zmm0, 1056(%rsp)
	vmovups	%zmm0, 992(%rsp)
	vmovups	%zmm0, 928(%rsp)
	vmovups	%zmm0, 864(%rsp)
	vmovups	%zmm0, 800(%rsp)
	vmovups	%zmm0, 736(%rsp)
	vmovups	%zmm0, 672(%rsp)
	vmovups	%zmm0, 608(%rsp)
	vmovups	%zmm0, 544(%rsp)
	vmovups	%zmm0, 480(%rsp)
	vmovups	%zmm0, 416(%rsp)
	vmovups	%zmm0, 352(%rsp)
	vmovups	%zmm0, 288(%rsp)
	jne	.LBB52_4
# %bb.21:                               #   in Loop: Header=BB52_3 Depth=2
	movq	184(%rsp), %rax                 # 8-byte Reload
	movq	128(%rsp), %rdi                 # 8-byte Reload
	leaq	(%rax,%r11,4), %rax
	vmovups	(%rax), %zmm3
	vmovups	%zmm3, 288(%rsp)
	vmovups	(%rax,%rsi,4), %zmm3
	vmovups	%zmm3, 352(%rsp)
	vmovups	(%rax,%rsi,8), %zmm3
	vmovups	%zmm3, 416(%rsp)
	vmovups	(%rax,%rdi), %zmm3
	movq	160(%rsp), %rdi                 # 8-byte Reload
	vmovups	%zmm3, 480(%rsp)
	vmovups	(%rax,%rdi), %zmm3
	movq	120(%rsp), %rdi                 # 8-byte Reload
	vmovups	%zmm3, 544(%rsp)
	vmovups	(%rax,%rdi), %zmm3
	movq	144(%rsp), %rdi                 # 8-byte Reload
	vmovups	%zmm3, 608(%rsp)
	vmovups	(%rax,%rdi), %zmm3
	movq	152(%rsp), %rdi                 # 8-byte Reload
	vmovups	%zmm3, 672(%rsp)
	vmovups	(%rax,%rdi), %zmm3
	movq	112(%rsp), %rdi                 # 8-byte Reload
	vmovups	%zmm3, 736(%rsp)
	vmovups	(%rax,%r10), %zmm3
	vmovups	%zmm3, 800(%rsp)
	vmovups	(%rax,%rdi), %zmm3
	movq	136(%rsp), %rdi                 # 8-byte Reload
	vmovups	%zmm3, 864(%rsp)
	vmovups	(%rax,%rdi), %zmm3
	movq	96(%rsp), %rdi                  # 8-byte Reload
	vmovups	%zmm3, 928(%rsp)
	vmovups	(%rax,%rdi), %zmm3
	movq	104(%rsp), %rdi                 # 8-byte Reload
	vmovups	%zmm3, 992(%rsp)
	vmovups	(%rax,%rdi), %zmm3
	movq	88(%rsp), %rdi                  # 8-byte Reload
	vmovups	%zmm3, 1056(%rsp)
	vmovups	(%rax,%rdi), %zmm3
	movq	80(%rsp), %rdi                  # 8-byte Reload
	vmovups	%zmm3, 1120(%rsp)
	vmovups	(%rax,%rdi), %zmm3
	movq	72(%rsp), %rdi                  # 8-byte Reload
	vmovups	%zmm3, 1184(%rsp)
	vmovups	(%rax,%rdi), %zmm3
	vmovups	%zmm3, 1248(%rsp)
	jmp	.LBB52_22
	.p2align	4
.LBB52_4:                               #   in Loop: Header=BB52_3 Depth=2
	cmpl	$7, 192(%rsp)                   # 4-byte Folded Reload
	movq	%rbp, %r14
	movq	%r12, %rbp
	jae	.LBB52_26
# %bb.5:                                #   in Loop: Header=BB52_3 Depth=2
	xorl	%r8d, %r8d
	jmp	.LBB52_6
	.p2align	4
.LBB52_26:                              #   in Loop: Header=BB52_3 Depth=2
	leaq	736(%rsp), %rax
	movq	%rdx, %rdi
	xorl	%r8d, %r8d
	.p2align	4
.LBB52_27:                              #   Parent Loop BB52_1 Depth=1
                                        #     Parent Loop BB52_3 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	vmovups	(%rdi), %zmm3
	leaq	(%rdi,%rbx), %r12
	leaq	(%rbx,%rbx), %r15
	addq	$8, %r8
	addq	%rbx, %r12
	addq	%r12, %r15
	vmovups	%zmm3, -448(%rax)
	vmovups	(%rdi,%rsi,4), %zmm3
	vmovups	%zmm3, -384(%rax)
	vmovups	(%rdi,%rsi,8), %zmm3
	addq	%r10, %rdi
	vmovups	%zmm3, -320(%rax)
	vmovups	(%r12,%rsi,4), %zmm3
	vmovups	%zmm3, -256(%rax)
	vmovups	(%r12,%rsi,8), %zmm3
	leaq	(%r15,%rsi,4), %r12
	vmovups	%zmm3, -192(%rax)
	vmovups	(%r15,%rsi,4), %zmm3
	vmovups	%zmm3, -128(%rax)
	vmovups	(%rbx,%r12), %zmm3
	addq	%rbx, %r12
	vmovups	%zmm3, -64(%rax)
	vmovups	(%rbx,%r12), %zmm3
	vmovups	%zmm3, (%rax)
	addq	$512, %rax                      # imm = 0x200
	cmpq	%r8, %r13
	jne	.LBB52_27
.LBB52_6:                               #   in Loop: Header=BB52_3 Depth=2
	movq	%rbp, %r12
	movq	%r14, %rbp
	cmpq	$0, 176(%rsp)                   # 8-byte Folded Reload
	movq	8(%rsp), %r15                   # 8-byte Reload
	movq	168(%rsp), %r14                 # 8-byte Reload
	je	.LBB52_22
# %bb.7:                                #   in Loop: Header=BB52_3 Depth=2
	movq	%rbx, %rax
	imulq	%r8, %rax
	shlq	$6, %r8
	leaq	288(%rsp,%r8), %rdi
	xorl	%r8d, %r8d
	addq	%rdx, %rax
	.p2align	4
.LBB52_8:                               #   Parent Loop BB52_1 Depth=1
                                        #     Parent Loop BB52_3 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	vmovups	(%rax), %zmm3
	addq	%rbx, %rax
	vmovups	%zmm3, (%rdi,%r8)
	addq	$64, %r8
	cmpq	%r8, %rcx
	jne	.LBB52_8
.LBB52_22:                              #   in Loop: Header=BB52_3 Depth=2
	vmovups	288(%rsp), %zmm3
	vmovups	352(%rsp), %zmm16
	vmovups	416(%rsp), %zmm15
	vmovups	480(%rsp), %zmm14
	vmovups	800(%rsp), %zmm10
	vmovups	864(%rsp), %zmm9
	vmovups	928(%rsp), %zmm8
	vmovups	992(%rsp), %zmm12
	vmovups	544(%rsp), %zmm17
	vmovups	1056(%rsp), %zmm7
	vmovups	608(%rsp), %zmm6
	vmovups	1120(%rsp), %zmm5
	vmovups	672(%rsp), %zmm13
	vmovups	1184(%rsp), %zmm4
	vmovups	736(%rsp), %zmm11
	vmovups	1248(%rsp), %zmm18
	movl	$1, %r8d
	.p2align	4
.LBB52_23:                              #   Parent Loop BB52_1 Depth=1
                                        #     Parent Loop BB52_3 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	vmovaps	%zmm17, %zmm19
	vmovaps	%zmm15, %zmm17
	vmovaps	%zmm16, %zmm15
	vmovaps	%zmm3, %zmm16
	vmovaps	%zmm13, %zmm20
	vmovaps	%zmm14, %zmm13
	vmovaps	%zmm18, %zmm21
	vmovaps	%zmm11, %zmm18
	vmovaps	%zmm14, %zmm11
	vmovaps	%zmm15, %zmm14
	vpermt2ps	%zmm12, %zmm1, %zmm13
	vpermt2ps	%zmm12, %zmm2, %zmm11
	vmovaps	%zmm6, %zmm12
	vmovaps	%zmm17, %zmm6
	vpermt2ps	%zmm10, %zmm1, %zmm3
	vpermt2ps	%zmm10, %zmm2, %zmm16
	vmovaps	%zmm19, %zmm10
	vpermt2ps	%zmm9, %zmm1, %zmm15
	vpermt2ps	%zmm9, %zmm2, %zmm14
	vmovaps	%zmm19, %zmm9
	vpermt2ps	%zmm8, %zmm1, %zmm17
	vpermt2ps	%zmm8, %zmm2, %zmm6
	vmovaps	%zmm12, %zmm8
	vpermt2ps	%zmm7, %zmm1, %zmm10
	vpermt2ps	%zmm7, %zmm2, %zmm9
	vmovaps	%zmm20, %zmm7
	vpermt2ps	%zmm5, %zmm1, %zmm8
	vpermt2ps	%zmm5, %zmm2, %zmm12
	vmovaps	%zmm20, %zmm5
	vpermt2ps	%zmm4, %zmm1, %zmm7
	vpermt2ps	%zmm4, %zmm2, %zmm5
	vmovaps	%zmm18, %zmm4
	vpermt2ps	%zmm21, %zmm1, %zmm4
	vpermt2ps	%zmm21, %zmm2, %zmm18
	addq	%r8, %r8
	cmpq	$16, %r8
	jl	.LBB52_23
# %bb.24:                               #   in Loop: Header=BB52_3 Depth=2
	movq	280(%rsp), %rdi                 # 8-byte Reload
	movq	%r11, %rax
	imulq	%r9, %rax
	vmovups	%zmm3, 288(%rsp)
	vmovups	%zmm10, 800(%rsp)
	vmovups	%zmm16, 352(%rsp)
	vmovups	%zmm9, 864(%rsp)
	vmovups	%zmm15, 416(%rsp)
	vmovups	%zmm8, 928(%rsp)
	vmovups	%zmm14, 480(%rsp)
	vmovups	%zmm12, 992(%rsp)
	vmovups	%zmm17, 544(%rsp)
	vmovups	%zmm7, 1056(%rsp)
	vmovups	%zmm6, 608(%rsp)
	vmovups	%zmm5, 1120(%rsp)
	vmovups	%zmm13, 672(%rsp)
	vmovups	%zmm4, 1184(%rsp)
	vmovups	%zmm11, 736(%rsp)
	vmovups	%zmm18, 1248(%rsp)
	addq	$16, %r11
	addq	$64, %rdx
	vmovups	%zmm3, (%rdi,%rax,4)
	leaq	(%rdi,%rax,4), %rax
	movq	256(%rsp), %rdi                 # 8-byte Reload
	vmovups	352(%rsp), %zmm3
	vmovups	%zmm3, (%rax,%r9,4)
	vmovups	416(%rsp), %zmm3
	vmovups	%zmm3, (%rax,%r9,8)
	vmovups	480(%rsp), %zmm3
	vmovups	%zmm3, (%rdi,%rax)
	movq	248(%rsp), %rdi                 # 8-byte Reload
	vmovups	544(%rsp), %zmm3
	vmovups	%zmm3, (%r12,%rax)
	vmovups	608(%rsp), %zmm3
	vmovups	%zmm3, (%rdi,%rax)
	movq	272(%rsp), %rdi                 # 8-byte Reload
	vmovups	672(%rsp), %zmm3
	vmovups	%zmm3, (%rbp,%rax)
	vmovups	736(%rsp), %zmm3
	vmovups	%zmm3, (%r14,%rax)
	vmovups	800(%rsp), %zmm3
	vmovups	%zmm3, (%rdi,%rax)
	movq	240(%rsp), %rdi                 # 8-byte Reload
	vmovups	864(%rsp), %zmm3
	vmovups	%zmm3, (%rdi,%rax)
	movq	264(%rsp), %rdi                 # 8-byte Reload
	vmovups	928(%rsp), %zmm3
	vmovups	%zmm3, (%rdi,%rax)
	movq	232(%rsp), %rdi                 # 8-byte Reload
	vmovups	992(%rsp), %zmm3
	vmovups	%zmm3, (%rdi,%rax)
	movq	224(%rsp), %rdi                 # 8-byte Reload
	vmovups	1056(%rsp), %zmm3
	vmovups	%zmm3, (%rdi,%rax)
	movq	216(%rsp), %rdi                 # 8-byte Reload
	vmovups	1120(%rsp), %zmm3
	vmovups	%zmm3, (%rdi,%rax)
	movq	208(%rsp), %rdi                 # 8-byte Reload
	vmovups	1184(%rsp), %zmm3
	vmovups	%zmm3, (%rdi,%rax)
	movq	200(%rsp), %rdi                 # 8-byte Reload
	vmovups	1248(%rsp), %zmm3
	vmovups	%zmm3, (%rdi,%rax)
	cmpq	%r15, %r11
	jl	.LBB52_3
	jmp	.LBB52_25
.LBB52_9:
	movq	24(%rsp), %r12                  # 8-byte Reload
	movq	56(%rsp), %r13                  # 8-byte Reload
	cmpq	(%rsp), %r15                    # 8-byte Folded Reload
	movq	64(%rsp), %r15                  # 8-byte Reload
	jge	.LBB52_17
# %bb.10:
	movq	48(%rsp), %r8                   # 8-byte Reload
	movq	16(%rsp), %rdi                  # 8-byte Reload
	movabsq	$9223372036854775800, %rcx      # imm = 0x7FFFFFFFFFFFFFF8
	movl	%r15d, %eax
	andl	$7, %eax
	andq	%r15, %rcx
	imulq	%r8, %r9
	shlq	$6, %r8
	addq	%r8, %r12
	shlq	$6, %r9
	leaq	28(%rdi,%r9), %rdx
	addq	%rdi, %r9
	jmp	.LBB52_11
	.p2align	4
.LBB52_16:                              #   in Loop: Header=BB52_11 Depth=1
	movq	8(%rsp), %rdi                   # 8-byte Reload
	addq	%r13, %rdx
	addq	$4, %r12
	addq	%r13, %r9
	incq	%rdi
	movq	%rdi, 8(%rsp)                   # 8-byte Spill
	cmpq	(%rsp), %rdi                    # 8-byte Folded Reload
	je	.LBB52_17
.LBB52_11:                              # =>This Loop Header: Depth=1
                                        #     Child Loop BB52_20 Depth 2
                                        #     Child Loop BB52_15 Depth 2
	cmpq	$8, %r15
	jae	.LBB52_19
# %bb.12:                               #   in Loop: Header=BB52_11 Depth=1
	xorl	%edi, %edi
	jmp	.LBB52_13
	.p2align	4
.LBB52_19:                              #   in Loop: Header=BB52_11 Depth=1
	movq	%r12, %r8
	xorl	%edi, %edi
	.p2align	4
.LBB52_20:                              #   Parent Loop BB52_11 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vmovss	(%r8), %xmm0                    # xmm0 = mem[0],zero,zero,zero
	leaq	(%r8,%rbx), %r11
	leaq	(%rbx,%rbx), %r14
	addq	%rbx, %r11
	addq	%r11, %r14
	vmovss	%xmm0, -28(%rdx,%rdi,4)
	vmovss	(%r8,%rsi,4), %xmm0             # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -24(%rdx,%rdi,4)
	vmovss	(%r8,%rsi,8), %xmm0             # xmm0 = mem[0],zero,zero,zero
	addq	%r10, %r8
	vmovss	%xmm0, -20(%rdx,%rdi,4)
	vmovss	(%r11,%rsi,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -16(%rdx,%rdi,4)
	vmovss	(%r11,%rsi,8), %xmm0            # xmm0 = mem[0],zero,zero,zero
	leaq	(%r14,%rsi,4), %r11
	vmovss	%xmm0, -12(%rdx,%rdi,4)
	vmovss	(%r14,%rsi,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, -8(%rdx,%rdi,4)
	vmovss	(%rbx,%r11), %xmm0              # xmm0 = mem[0],zero,zero,zero
	addq	%rbx, %r11
	vmovss	%xmm0, -4(%rdx,%rdi,4)
	vmovss	(%rbx,%r11), %xmm0              # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%rdx,%rdi,4)
	addq	$8, %rdi
	cmpq	%rdi, %rcx
	jne	.LBB52_20
.LBB52_13:                              #   in Loop: Header=BB52_11 Depth=1
	testq	%rax, %rax
	je	.LBB52_16
# %bb.14:                               #   in Loop: Header=BB52_11 Depth=1
	leaq	(%r9,%rdi,4), %r8
	imulq	%rbx, %rdi
	xorl	%r11d, %r11d
	addq	%r12, %rdi
	.p2align	4
.LBB52_15:                              #   Parent Loop BB52_11 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vmovss	(%rdi), %xmm0                   # xmm0 = mem[0],zero,zero,zero
	addq	%rbx, %rdi
	vmovss	%xmm0, (%r8,%r11,4)
	incq	%r11
	cmpq	%r11, %rax
	jne	.LBB52_15
	jmp	.LBB52_16
.LBB52_17:
	movq	%fs:40, %rax
	cmpq	1312(%rsp), %rax
	jne	.LBB52_28
# %bb.18:
	addq	$1320, %rsp                     # imm = 0x528
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.LBB52_28:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end52:
	.size	$s16SwiftgradKernels7PackingO14transposeGroup33_BBD12EC23CA21D7A0861DF8BBA6EBD14LL____2to_ySPy6Vector_6ScalarQZG_S3iSpyAIGSitFZAA16WideRegisterFileOyAA6F32x16VG_Tt5g5, .Lfunc_end52-$s16SwiftgradKernels7PackingO14transposeGroup33_BBD12EC23CA21D7A0861DF8BBA6EBD14LL____2to_ySPy6Vector_6ScalarQZG_S3iSpyAIGSitFZAA16WideRegisterFileOyAA6F32x16VG_Tt5g5
                                        # -- End function
	.section	.rodata,"a",@progbits
	.p2align	6, 0x0                          # -- Begin function $s16SwiftgradKernels12TileEpilogueO3run33_D4B467495C0F5B92A3FDFF4F4D85CD1ALLyyAA13MatrixProductVy6Vector_6ScalarQZG_S4itFZAA16WideRegisterFileOyAA6F32x16VG_Tt4g5
.LCPI53_0:
	.long	0                               # 0x0
	.long	1                               # 0x1
	.long	2                               # 0x2
	.long	3                               # 0x3
	.long	4                               # 0x4
	.long	5                               # 0x5
	.long	6                               # 0x6
	.long	7                               # 0x7
	.long	8                               # 0x8
	.long	9                               # 0x9
	.long	10                              # 0xa
	.long	11                              # 0xb
	.long	12                              # 0xc
	.long	13                              # 0xd
	.long	14                              # 0xe
	.long	15                              # 0xf
	.text
	.p2align	4
	.type	$s16SwiftgradKernels12TileEpilogueO3run33_D4B467495C0F5B92A3FDFF4F4D85CD1ALLyyAA13MatrixProductVy6Vector_6ScalarQZG_S4itFZAA16WideRegisterFileOyAA6F32x16VG_Tt4g5,@function
$s16SwiftgradKernels12TileEpilogueO3run33_D4B467495C0F5B92A3FDFF4F4D85CD1ALLyyAA13MatrixProductVy6Vector_6ScalarQZG_S4itFZAA16WideRegisterFileOyAA6F32x16VG_Tt4g5: # @"$s16SwiftgradKernels12TileEpilogueO3run33_D4B467495C0F5B92A3FDFF4F4D85CD1ALLyyAA13MatrixProductVy6Vector_6ScalarQZG_S4itFZAA16WideRegisterFileOyAA6F32x16VG_Tt4g5"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	addq	%rsi, %rdx
	cmpq	%rsi, %rdx
	jl	.LBB53_59
# %bb.1:
	movq	96(%rdi), %r11
	movq	72(%rdi), %r14
	movq	80(%rdi), %rbp
	leaq	(,%rcx,4), %rax
	vmovdqa64	.LCPI53_0(%rip), %zmm1  # zmm1 = [0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]
	vmovdqa64	.LCPI53_0(%rip), %zmm2  # zmm2 = [0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]
	movq	%rsi, %r12
	movzbl	112(%rdi), %r10d
	vxorps	%xmm0, %xmm0, %xmm0
	leaq	(%r11,%rcx,4), %r9
	leaq	(%r14,%rcx,4), %rcx
	testq	%r11, %r11
	movq	%rbp, -40(%rsp)                 # 8-byte Spill
	cmoveq	%r11, %r9
	movq	%rcx, -8(%rsp)                  # 8-byte Spill
	movq	%rbp, %rcx
	imulq	%r12, %rcx
	movq	104(%rdi), %r11
	leaq	(,%rbp,4), %rdi
	movq	%rdi, -24(%rsp)                 # 8-byte Spill
	leaq	(%rax,%rcx,4), %rax
	leaq	16(%r14,%rax), %r15
	leaq	(%r14,%rax), %rbx
	leaq	28(%r9), %rax
	movq	%r11, -32(%rsp)                 # 8-byte Spill
	movq	%rax, -16(%rsp)                 # 8-byte Spill
	jmp	.LBB53_2
	.p2align	4
.LBB53_36:                              #   in Loop: Header=BB53_2 Depth=1
	incq	%r12
	addq	%rdi, %rbx
	addq	%rdi, %r15
	cmpq	%rdx, %r12
	je	.LBB53_37
.LBB53_2:                               # =>This Loop Header: Depth=1
                                        #     Child Loop BB53_9 Depth 2
                                        #     Child Loop BB53_58 Depth 2
                                        #     Child Loop BB53_22 Depth 2
                                        #     Child Loop BB53_55 Depth 2
                                        #     Child Loop BB53_29 Depth 2
	cmpq	%rdx, %r12
	jge	.LBB53_60
# %bb.3:                                #   in Loop: Header=BB53_2 Depth=1
	testq	%r11, %r11
	je	.LBB53_7
# %bb.4:                                #   in Loop: Header=BB53_2 Depth=1
	vbroadcastss	(%r11,%r12,4), %zmm3
	cmpq	$15, %r8
	jle	.LBB53_5
.LBB53_8:                               #   in Loop: Header=BB53_2 Depth=1
	xorl	%eax, %eax
	jmp	.LBB53_9
	.p2align	4
.LBB53_13:                              #   in Loop: Header=BB53_9 Depth=2
	vmovups	%zmm4, (%rbx,%rax,4)
	leaq	16(%rax), %r13
	addq	$32, %rax
	cmpq	%rax, %r8
	movq	%r13, %rax
	jl	.LBB53_14
.LBB53_9:                               #   Parent Loop BB53_2 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vmovups	(%rbx,%rax,4), %zmm4
	testq	%r9, %r9
	je	.LBB53_11
# %bb.10:                               #   in Loop: Header=BB53_9 Depth=2
	vaddps	(%r9,%rax,4), %zmm4, %zmm4
.LBB53_11:                              #   in Loop: Header=BB53_9 Depth=2
	vaddps	%zmm4, %zmm3, %zmm4
	cmpb	$1, %r10b
	jne	.LBB53_13
# %bb.12:                               #   in Loop: Header=BB53_9 Depth=2
	vmaxps	%zmm4, %zmm0, %zmm4
	jmp	.LBB53_13
	.p2align	4
.LBB53_14:                              #   in Loop: Header=BB53_2 Depth=1
	cmpq	%r8, %r13
	jge	.LBB53_36
	jmp	.LBB53_15
	.p2align	4
.LBB53_7:                               #   in Loop: Header=BB53_2 Depth=1
	vxorps	%xmm3, %xmm3, %xmm3
	cmpq	$16, %r8
	jge	.LBB53_8
.LBB53_5:                               #   in Loop: Header=BB53_2 Depth=1
	testq	%r8, %r8
	jle	.LBB53_36
# %bb.6:                                #   in Loop: Header=BB53_2 Depth=1
	xorl	%r13d, %r13d
.LBB53_15:                              #   in Loop: Header=BB53_2 Depth=1
	movq	%r12, %rsi
	imulq	%rbp, %rsi
	movq	%r8, %r14
	subq	%r13, %r14
	js	.LBB53_61
# %bb.16:                               #   in Loop: Header=BB53_2 Depth=1
	vxorps	%xmm4, %xmm4, %xmm4
	je	.LBB53_32
# %bb.17:                               #   in Loop: Header=BB53_2 Depth=1
	movq	%r13, %rax
	subq	%r8, %rax
	cmpq	$-16, %rax
	jb	.LBB53_62
# %bb.18:                               #   in Loop: Header=BB53_2 Depth=1
	movq	%r13, %rcx
	notq	%rcx
	addq	%r8, %rcx
	cmpq	$7, %rcx
	jae	.LBB53_57
# %bb.19:                               #   in Loop: Header=BB53_2 Depth=1
	xorl	%edi, %edi
	jmp	.LBB53_20
.LBB53_57:                              #   in Loop: Header=BB53_2 Depth=1
	movabsq	$9223372036854775800, %rax      # imm = 0x7FFFFFFFFFFFFFF8
	leaq	(%r15,%r13,4), %r11
	movq	%r14, %rbp
	xorl	%edi, %edi
	andq	%rax, %rbp
	.p2align	4
.LBB53_58:                              #   Parent Loop BB53_2 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vpbroadcastd	%edi, %zmm5
	leal	1(%rdi), %eax
	vpcmpeqd	%zmm2, %zmm5, %k1
	vpbroadcastd	%eax, %zmm5
	leal	2(%rdi), %eax
	vbroadcastss	-16(%r11,%rdi,4), %zmm4 {%k1}
	vpcmpeqd	%zmm2, %zmm5, %k1
	vpbroadcastd	%eax, %zmm5
	leal	3(%rdi), %eax
	vbroadcastss	-12(%r11,%rdi,4), %zmm4 {%k1}
	vpcmpeqd	%zmm2, %zmm5, %k1
	vpbroadcastd	%eax, %zmm5
	leal	4(%rdi), %eax
	vbroadcastss	-8(%r11,%rdi,4), %zmm4 {%k1}
	vpcmpeqd	%zmm2, %zmm5, %k1
	vpbroadcastd	%eax, %zmm5
	leal	5(%rdi), %eax
	vbroadcastss	-4(%r11,%rdi,4), %zmm4 {%k1}
	vpcmpeqd	%zmm2, %zmm5, %k1
	vpbroadcastd	%eax, %zmm5
	leal	6(%rdi), %eax
	vbroadcastss	(%r11,%rdi,4), %zmm4 {%k1}
	vpcmpeqd	%zmm2, %zmm5, %k1
	vpbroadcastd	%eax, %zmm5
	leal	7(%rdi), %eax
	vbroadcastss	4(%r11,%rdi,4), %zmm4 {%k1}
	vpcmpeqd	%zmm2, %zmm5, %k1
	vpbroadcastd	%eax, %zmm5
	vbroadcastss	8(%r11,%rdi,4), %zmm4 {%k1}
	vpcmpeqd	%zmm2, %zmm5, %k1
	vbroadcastss	12(%r11,%rdi,4), %zmm4 {%k1}
	addq	$8, %rdi
	cmpq	%rbp, %rdi
	jne	.LBB53_58
.LBB53_20:                              #   in Loop: Header=BB53_2 Depth=1
	movl	%r14d, %eax
	andl	$7, %eax
	je	.LBB53_23
# %bb.21:                               #   in Loop: Header=BB53_2 Depth=1
	leaq	(%rbx,%r13,4), %r11
	movq	%rax, %rbp
	.p2align	4
.LBB53_22:                              #   Parent Loop BB53_2 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vpbroadcastd	%edi, %zmm5
	decq	%rbp
	vpcmpeqd	%zmm1, %zmm5, %k1
	vbroadcastss	(%r11,%rdi,4), %zmm4 {%k1}
	leaq	1(%rdi), %rdi
	jne	.LBB53_22
.LBB53_23:                              #   in Loop: Header=BB53_2 Depth=1
	testq	%r9, %r9
	je	.LBB53_24
# %bb.25:                               #   in Loop: Header=BB53_2 Depth=1
	cmpq	$7, %rcx
	jae	.LBB53_54
# %bb.26:                               #   in Loop: Header=BB53_2 Depth=1
	vpxor	%xmm5, %xmm5, %xmm5
	xorl	%ecx, %ecx
	jmp	.LBB53_56
.LBB53_24:                              #   in Loop: Header=BB53_2 Depth=1
	movq	-32(%rsp), %r11                 # 8-byte Reload
	movq	-40(%rsp), %rbp                 # 8-byte Reload
	jmp	.LBB53_31
.LBB53_54:                              #   in Loop: Header=BB53_2 Depth=1
	movabsq	$9223372036854775800, %rcx      # imm = 0x7FFFFFFFFFFFFFF8
	movq	%r14, %rdi
	vpxor	%xmm5, %xmm5, %xmm5
	andq	%rcx, %rdi
	movq	-16(%rsp), %rcx                 # 8-byte Reload
	leaq	(%rcx,%r13,4), %r11
	xorl	%ecx, %ecx
	.p2align	4
.LBB53_55:                              #   Parent Loop BB53_2 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vpbroadcastd	%ecx, %zmm6
	leal	1(%rcx), %ebp
	vpcmpeqd	%zmm2, %zmm6, %k1
	vpbroadcastd	%ebp, %zmm6
	leal	2(%rcx), %ebp
	vbroadcastss	-28(%r11,%rcx,4), %zmm5 {%k1}
	vpcmpeqd	%zmm2, %zmm6, %k1
	vpbroadcastd	%ebp, %zmm6
	leal	3(%rcx), %ebp
	vbroadcastss	-24(%r11,%rcx,4), %zmm5 {%k1}
	vpcmpeqd	%zmm2, %zmm6, %k1
	vpbroadcastd	%ebp, %zmm6
	leal	4(%rcx), %ebp
	vbroadcastss	-20(%r11,%rcx,4), %zmm5 {%k1}
	vpcmpeqd	%zmm2, %zmm6, %k1
	vpbroadcastd	%ebp, %zmm6
	leal	5(%rcx), %ebp
	vbroadcastss	-16(%r11,%rcx,4), %zmm5 {%k1}
	vpcmpeqd	%zmm2, %zmm6, %k1
	vpbroadcastd	%ebp, %zmm6
	leal	6(%rcx), %ebp
	vbroadcastss	-12(%r11,%rcx,4), %zmm5 {%k1}
	vpcmpeqd	%zmm2, %zmm6, %k1
	vpbroadcastd	%ebp, %zmm6
	leal	7(%rcx), %ebp
	vbroadcastss	-8(%r11,%rcx,4), %zmm5 {%k1}
	vpcmpeqd	%zmm2, %zmm6, %k1
	vpbroadcastd	%ebp, %zmm6
	vbroadcastss	-4(%r11,%rcx,4), %zmm5 {%k1}
	vpcmpeqd	%zmm2, %zmm6, %k1
	vbroadcastss	(%r11,%rcx,4), %zmm5 {%k1}
	addq	$8, %rcx
	cmpq	%rdi, %rcx
	jne	.LBB53_55
.LBB53_56:                              #   in Loop: Header=BB53_2 Depth=1
	movq	-32(%rsp), %r11                 # 8-byte Reload
	movq	-40(%rsp), %rbp                 # 8-byte Reload
# %bb.27:                               #   in Loop: Header=BB53_2 Depth=1
	testb	$7, %r14b
	je	.LBB53_30
# %bb.28:                               #   in Loop: Header=BB53_2 Depth=1
	leaq	(%r9,%r13,4), %rdi
	.p2align	4
.LBB53_29:                              #   Parent Loop BB53_2 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vpbroadcastd	%ecx, %zmm6
	decq	%rax
	vpcmpeqd	%zmm1, %zmm6, %k1
	vbroadcastss	(%rdi,%rcx,4), %zmm5 {%k1}
	leaq	1(%rcx), %rcx
	jne	.LBB53_29
.LBB53_30:                              #   in Loop: Header=BB53_2 Depth=1
	vaddps	%zmm5, %zmm4, %zmm4
.LBB53_31:                              #   in Loop: Header=BB53_2 Depth=1
	movq	-24(%rsp), %rdi                 # 8-byte Reload
.LBB53_32:                              #   in Loop: Header=BB53_2 Depth=1
	vaddps	%zmm4, %zmm3, %zmm3
	cmpb	$1, %r10b
	jne	.LBB53_34
# %bb.33:                               #   in Loop: Header=BB53_2 Depth=1
	vmaxps	%zmm3, %zmm0, %zmm3
.LBB53_34:                              #   in Loop: Header=BB53_2 Depth=1
	cmpq	%r13, %r8
	je	.LBB53_36
# %bb.35:                               #   in Loop: Header=BB53_2 Depth=1
	movq	-8(%rsp), %rax                  # 8-byte Reload
	leaq	(%rax,%rsi,4), %rcx
	vmovss	%xmm3, (%rcx,%r13,4)
	cmpq	$1, %r14
	je	.LBB53_36
# %bb.38:                               #   in Loop: Header=BB53_2 Depth=1
	vextractps	$1, %xmm3, 4(%rcx,%r13,4)
	cmpq	$2, %r14
	je	.LBB53_36
# %bb.39:                               #   in Loop: Header=BB53_2 Depth=1
	vextractps	$2, %xmm3, 8(%rcx,%r13,4)
	cmpq	$3, %r14
	je	.LBB53_36
# %bb.40:                               #   in Loop: Header=BB53_2 Depth=1
	vextractps	$3, %xmm3, 12(%rcx,%r13,4)
	cmpq	$4, %r14
	je	.LBB53_36
# %bb.41:                               #   in Loop: Header=BB53_2 Depth=1
	vextractf128	$1, %ymm3, %xmm4
	vmovss	%xmm4, 16(%rcx,%r13,4)
	cmpq	$5, %r14
	je	.LBB53_36
# %bb.42:                               #   in Loop: Header=BB53_2 Depth=1
	vextracti128	$1, %ymm3, %xmm4
	vextractps	$1, %xmm4, 20(%rcx,%r13,4)
	cmpq	$6, %r14
	je	.LBB53_36
# %bb.43:                               #   in Loop: Header=BB53_2 Depth=1
	vextracti128	$1, %ymm3, %xmm4
	vextractps	$2, %xmm4, 24(%rcx,%r13,4)
	cmpq	$7, %r14
	je	.LBB53_36
# %bb.44:                               #   in Loop: Header=BB53_2 Depth=1
	vextracti128	$1, %ymm3, %xmm4
	vextractps	$3, %xmm4, 28(%rcx,%r13,4)
	cmpq	$8, %r14
	je	.LBB53_36
# %bb.45:                               #   in Loop: Header=BB53_2 Depth=1
	vextracti32x4	$2, %zmm3, %xmm4
	vmovd	%xmm4, 32(%rcx,%r13,4)
	cmpq	$9, %r14
	je	.LBB53_36
# %bb.46:                               #   in Loop: Header=BB53_2 Depth=1
	vextractps	$1, %xmm4, 36(%rcx,%r13,4)
	cmpq	$10, %r14
	je	.LBB53_36
# %bb.47:                               #   in Loop: Header=BB53_2 Depth=1
	vextractps	$2, %xmm4, 40(%rcx,%r13,4)
	cmpq	$11, %r14
	je	.LBB53_36
# %bb.48:                               #   in Loop: Header=BB53_2 Depth=1
	vextractps	$3, %xmm4, 44(%rcx,%r13,4)
	cmpq	$12, %r14
	je	.LBB53_36
# %bb.49:                               #   in Loop: Header=BB53_2 Depth=1
	vextracti32x4	$3, %zmm3, %xmm3
	vmovd	%xmm3, 48(%rcx,%r13,4)
	cmpq	$13, %r14
	je	.LBB53_36
# %bb.50:                               #   in Loop: Header=BB53_2 Depth=1
	vextractps	$1, %xmm3, 52(%rcx,%r13,4)
	cmpq	$14, %r14
	je	.LBB53_36
# %bb.51:                               #   in Loop: Header=BB53_2 Depth=1
	vextractps	$2, %xmm3, 56(%rcx,%r13,4)
	cmpq	$15, %r14
	je	.LBB53_36
# %bb.52:                               #   in Loop: Header=BB53_2 Depth=1
	vextractps	$3, %xmm3, 60(%rcx,%r13,4)
	cmpq	$16, %r14
	je	.LBB53_36
# %bb.53:
	#APP
	#NO_APP
	ud2
.LBB53_37:
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB53_60:
	.cfi_def_cfa_offset 56
	#APP
	#NO_APP
	ud2
.LBB53_61:
	#APP
	#NO_APP
	ud2
.LBB53_62:
	#APP
	#NO_APP
	ud2
.LBB53_59:
	#APP
	#NO_APP
	ud2
.Lfunc_end53:
	.size	$s16SwiftgradKernels12TileEpilogueO3run33_D4B467495C0F5B92A3FDFF4F4D85CD1ALLyyAA13MatrixProductVy6Vector_6ScalarQZG_S4itFZAA16WideRegisterFileOyAA6F32x16VG_Tt4g5, .Lfunc_end53-$s16SwiftgradKernels12TileEpilogueO3run33_D4B467495C0F5B92A3FDFF4F4D85CD1ALLyyAA13MatrixProductVy6Vector_6ScalarQZG_S4itFZAA16WideRegisterFileOyAA6F32x16VG_Tt4g5
	.cfi_endproc
                                        # -- End function
	.section	".text.$s16SwiftgradKernels10MemoryPoolO10deallocateyySv_SitFZ","axR",@progbits
	.protected	$s16SwiftgradKernels10MemoryPoolO10deallocateyySv_SitFZ # -- Begin function $s16SwiftgradKernels10MemoryPoolO10deallocateyySv_SitFZ
	.globl	$s16SwiftgradKernels10MemoryPoolO10deallocateyySv_SitFZ
	.p2align	4
	.type	$s16SwiftgradKernels10MemoryPoolO10deallocateyySv_SitFZ,@function
$s16SwiftgradKernels10MemoryPoolO10deallocateyySv_SitFZ: # @"$s16SwiftgradKernels10MemoryPoolO10deallocateyySv_SitFZ"
# %bb.0:
	jmp	free@PLT                        # TAILCALL
.Lfunc_end54:
	.size	$s16SwiftgradKernels10MemoryPoolO10deallocateyySv_SitFZ, .Lfunc_end54-$s16SwiftgradKernels10MemoryPoolO10deallocateyySv_SitFZ
                                        # -- End function
	.section	".text.$s16SwiftgradKernels10MemoryPoolO4trimyyFZ","axR",@progbits
	.protected	$s16SwiftgradKernels10MemoryPoolO4trimyyFZ # -- Begin function $s16SwiftgradKernels10MemoryPoolO4trimyyFZ
	.globl	$s16SwiftgradKernels10MemoryPoolO4trimyyFZ
	.p2align	4
	.type	$s16SwiftgradKernels10MemoryPoolO4trimyyFZ,@function
$s16SwiftgradKernels10MemoryPoolO4trimyyFZ: # @"$s16SwiftgradKernels10MemoryPoolO4trimyyFZ"
# %bb.0:
	retq
.Lfunc_end55:
	.size	$s16SwiftgradKernels10MemoryPoolO4trimyyFZ, .Lfunc_end55-$s16SwiftgradKernels10MemoryPoolO4trimyyFZ
                                        # -- End function
	.section	".text.$s16SwiftgradKernels10ThreadPoolO11threadCountSivgZ","axR",@progbits
	.protected	$s16SwiftgradKernels10ThreadPoolO11threadCountSivgZ # -- Begin function $s16SwiftgradKernels10ThreadPoolO11threadCountSivgZ
	.globl	$s16SwiftgradKernels10ThreadPoolO11threadCountSivgZ
	.p2align	4
	.type	$s16SwiftgradKernels10ThreadPoolO11threadCountSivgZ,@function
$s16SwiftgradKernels10ThreadPoolO11threadCountSivgZ: # @"$s16SwiftgradKernels10ThreadPoolO11threadCountSivgZ"
# %bb.0:
	movl	$1, %eax
	retq
.Lfunc_end56:
	.size	$s16SwiftgradKernels10ThreadPoolO11threadCountSivgZ, .Lfunc_end56-$s16SwiftgradKernels10ThreadPoolO11threadCountSivgZ
                                        # -- End function
	.section	".text.$s16SwiftgradKernels10ThreadPoolO03setC5CountyySiFZ","axR",@progbits
	.protected	$s16SwiftgradKernels10ThreadPoolO03setC5CountyySiFZ # -- Begin function $s16SwiftgradKernels10ThreadPoolO03setC5CountyySiFZ
	.globl	$s16SwiftgradKernels10ThreadPoolO03setC5CountyySiFZ
	.p2align	4
	.type	$s16SwiftgradKernels10ThreadPoolO03setC5CountyySiFZ,@function
$s16SwiftgradKernels10ThreadPoolO03setC5CountyySiFZ: # @"$s16SwiftgradKernels10ThreadPoolO03setC5CountyySiFZ"
# %bb.0:
	retq
.Lfunc_end57:
	.size	$s16SwiftgradKernels10ThreadPoolO03setC5CountyySiFZ, .Lfunc_end57-$s16SwiftgradKernels10ThreadPoolO03setC5CountyySiFZ
                                        # -- End function
	.section	.text.t_sgemm,"axR",@progbits
	.protected	t_sgemm                 # -- Begin function t_sgemm
	.globl	t_sgemm
	.p2align	4
	.type	t_sgemm,@function
t_sgemm:                                # @t_sgemm
	.cfi_startproc
# %bb.0:
	subq	$120, %rsp
	.cfi_def_cfa_offset 128
	cmpq	$0, 168(%rsp)
	vmovaps	176(%rsp), %xmm0
	vmovups	128(%rsp), %ymm1
	movq	160(%rsp), %rax
	setne	88(%rsp)
	cmpq	$0, 192(%rsp)
	movq	%rdi, (%rsp)
	movq	%rsi, 8(%rsp)
	movq	%rdx, 16(%rsp)
	movq	%rcx, 24(%rsp)
	movq	%r8, 32(%rsp)
	movq	%r9, 40(%rsp)
	movq	%rsp, %rdi
	vmovups	%ymm1, 48(%rsp)
	movq	%rax, 80(%rsp)
	vmovups	%xmm0, 96(%rsp)
	setne	112(%rsp)
	vzeroupper
	callq	($s16SwiftgradKernels10GemmDriverO8multiplyyyAA13MatrixProductVy6Vector_6ScalarQZGFZAA16WideRegisterFileOyAA6F32x16VG_Tt0g5)
	addq	$120, %rsp
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end58:
	.size	t_sgemm, .Lfunc_end58-t_sgemm
	.cfi_endproc
                                        # -- End function
	.section	".text.$s16SwiftgradKernels7t_sgemmyySi_S2iSPySfGS2iACS2iSpySfGS2iACSgAESitF","axR",@progbits
	.protected	$s16SwiftgradKernels7t_sgemmyySi_S2iSPySfGS2iACS2iSpySfGS2iACSgAESitF # -- Begin function $s16SwiftgradKernels7t_sgemmyySi_S2iSPySfGS2iACS2iSpySfGS2iACSgAESitF
	.globl	$s16SwiftgradKernels7t_sgemmyySi_S2iSPySfGS2iACS2iSpySfGS2iACSgAESitF
	.p2align	4
	.type	$s16SwiftgradKernels7t_sgemmyySi_S2iSPySfGS2iACS2iSpySfGS2iACSgAESitF,@function
$s16SwiftgradKernels7t_sgemmyySi_S2iSPySfGS2iACS2iSpySfGS2iACSgAESitF: # @"$s16SwiftgradKernels7t_sgemmyySi_S2iSPySfGS2iACS2iSpySfGS2iACSgAESitF"
	.cfi_startproc
# %bb.0:
	subq	$120, %rsp
	.cfi_def_cfa_offset 128
	cmpq	$0, 168(%rsp)
	vmovaps	176(%rsp), %xmm0
	vmovups	128(%rsp), %ymm1
	movq	160(%rsp), %rax
	setne	88(%rsp)
	cmpq	$0, 192(%rsp)
	movq	%rdi, (%rsp)
	movq	%rsi, 8(%rsp)
	movq	%rdx, 16(%rsp)
	movq	%rcx, 24(%rsp)
	movq	%r8, 32(%rsp)
	movq	%r9, 40(%rsp)
	movq	%rsp, %rdi
	vmovups	%ymm1, 48(%rsp)
	movq	%rax, 80(%rsp)
	vmovups	%xmm0, 96(%rsp)
	setne	112(%rsp)
	vzeroupper
	callq	($s16SwiftgradKernels10GemmDriverO8multiplyyyAA13MatrixProductVy6Vector_6ScalarQZGFZAA16WideRegisterFileOyAA6F32x16VG_Tt0g5)
	addq	$120, %rsp
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end59:
	.size	$s16SwiftgradKernels7t_sgemmyySi_S2iSPySfGS2iACS2iSpySfGS2iACSgAESitF, .Lfunc_end59-$s16SwiftgradKernels7t_sgemmyySi_S2iSPySfGS2iACS2iSpySfGS2iACSgAESitF
	.cfi_endproc
                                        # -- End function
	.section	.text.t_bench,"axR",@progbits
	.protected	t_bench                 # -- Begin function t_bench
	.globl	t_bench
	.p2align	4
	.type	t_bench,@function
t_bench:                                # @t_bench
	.cfi_startproc
# %bb.0:
	jmp	($s16SwiftgradKernels7t_benchyySi_S3iSPySfGS2iACS2iSpySfGSitF) # TAILCALL
.Lfunc_end60:
	.size	t_bench, .Lfunc_end60-t_bench
	.cfi_endproc
                                        # -- End function
	.section	".text.$s16SwiftgradKernels7t_benchyySi_S3iSPySfGS2iACS2iSpySfGSitF","axR",@progbits
	.protected	$s16SwiftgradKernels7t_benchyySi_S3iSPySfGS2iACS2iSpySfGSitF # -- Begin function $s16SwiftgradKernels7t_benchyySi_S3iSPySfGS2iACS2iSpySfGSitF
	.globl	$s16SwiftgradKernels7t_benchyySi_S3iSPySfGS2iACS2iSpySfGSitF
	.p2align	4
	.type	$s16SwiftgradKernels7t_benchyySi_S3iSPySfGS2iACS2iSpySfGSitF,@function
$s16SwiftgradKernels7t_benchyySi_S3iSPySfGS2iACS2iSpySfGSitF: # @"$s16SwiftgradKernels7t_benchyySi_S3iSPySfGS2iACS2iSpySfGSitF"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$248, %rsp
	.cfi_def_cfa_offset 304
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%rcx, 16(%rsp)                  # 8-byte Spill
	movq	%rsi, 24(%rsp)                  # 8-byte Spill
	movq	%rdi, 32(%rsp)                  # 8-byte Spill
	testq	%rdi, %rdi
	js	.LBB61_19
# %bb.1:
	je	.LBB61_5
# %bb.2:
	movq	24(%rsp), %r10                  # 8-byte Reload
	movq	%rdx, %r13
	movq	328(%rsp), %rax
	movq	320(%rsp), %rcx
	movq	312(%rsp), %rdx
	movq	304(%rsp), %rsi
	movq	16(%rsp), %rdi                  # 8-byte Reload
	movq	344(%rsp), %r11
	movq	336(%rsp), %rbx
	leaq	72(%rsp), %r12
	vxorps	%xmm0, %xmm0, %xmm0
	testq	%r10, %r10
	movq	%r10, 72(%rsp)
	movq	%r13, 80(%rsp)
	movq	%rdi, 88(%rsp)
	movq	%r8, 96(%rsp)
	movq	%r9, 104(%rsp)
	movq	%rsi, 112(%rsp)
	movq	%rdx, 120(%rsp)
	movq	%rcx, 128(%rsp)
	movq	%rax, 136(%rsp)
	movq	%rbx, 144(%rsp)
	movq	%r11, 152(%rsp)
	movb	$0, 160(%rsp)
	vmovups	%xmm0, 168(%rsp)
	movb	$0, 184(%rsp)
	setle	%al
	testq	%r13, %r13
	setle	%cl
	orb	%al, %cl
	leaq	(,%r11,4), %rax
	movb	%cl, 15(%rsp)                   # 1-byte Spill
	movq	%rax, 64(%rsp)                  # 8-byte Spill
	leaq	(,%r13,4), %rax
	movq	%rax, 56(%rsp)                  # 8-byte Spill
	xorl	%eax, %eax
	jmp	.LBB61_3
	.p2align	4
.LBB61_4:                               #   in Loop: Header=BB61_3 Depth=1
	movq	40(%rsp), %rax                  # 8-byte Reload
	incq	%rax
	cmpq	32(%rsp), %rax                  # 8-byte Folded Reload
	je	.LBB61_5
.LBB61_3:                               # =>This Loop Header: Depth=1
                                        #     Child Loop BB61_11 Depth 2
                                        #       Child Loop BB61_15 Depth 3
                                        #     Child Loop BB61_8 Depth 2
	cmpb	$0, 15(%rsp)                    # 1-byte Folded Reload
	movq	%rax, 40(%rsp)                  # 8-byte Spill
	jne	.LBB61_4
# %bb.6:                                #   in Loop: Header=BB61_3 Depth=1
	cmpq	$0, 16(%rsp)                    # 8-byte Folded Reload
	jle	.LBB61_7
# %bb.10:                               #   in Loop: Header=BB61_3 Depth=1
	movl	$12, %esi
	movl	$16, %edx
	leaq	192(%rsp), %rax
	movq	%r12, %rdi
	callq	($s16SwiftgradKernels8GemmPlanV_4rows5widthAcA13MatrixProductVyxG_S2itclufCSf_Tt2g5)
	movq	216(%rsp), %rax
	movq	224(%rsp), %rbp
	xorl	%r15d, %r15d
	movq	%rax, 48(%rsp)                  # 8-byte Spill
	.p2align	4
.LBB61_11:                              #   Parent Loop BB61_3 Depth=1
                                        # =>  This Loop Header: Depth=2
                                        #       Child Loop BB61_15 Depth 3
	movq	16(%rsp), %rbx                  # 8-byte Reload
	subq	%r15, %rbx
	jo	.LBB61_20
# %bb.12:                               #   in Loop: Header=BB61_11 Depth=2
	movq	48(%rsp), %rax                  # 8-byte Reload
	cmpq	%rbx, %rax
	cmovlq	%rax, %rbx
	addq	%r15, %rbx
	jo	.LBB61_21
# %bb.13:                               #   in Loop: Header=BB61_11 Depth=2
	cmpq	%r15, %rbx
	jl	.LBB61_22
# %bb.14:                               #   in Loop: Header=BB61_11 Depth=2
	xorl	%edx, %edx
	.p2align	4
.LBB61_15:                              #   Parent Loop BB61_3 Depth=1
                                        #     Parent Loop BB61_11 Depth=2
                                        # =>    This Inner Loop Header: Depth=3
	movq	%r13, %r14
	subq	%rdx, %r14
	cmpq	%r14, %rbp
	cmovlq	%rbp, %r14
	addq	%rdx, %r14
	jo	.LBB61_23
# %bb.16:                               #   in Loop: Header=BB61_15 Depth=3
	cmpq	%rdx, %r14
	jl	.LBB61_24
# %bb.17:                               #   in Loop: Header=BB61_15 Depth=3
	leaq	192(%rsp), %rsi
	movq	%r12, %rdi
	movq	%r14, %rcx
	movq	%r15, %r8
	movq	%rbx, %r9
	callq	($s16SwiftgradKernels10GemmDriverO10superPanel33_422D063B8A1BC0089E55126575EE4C48LLyyAA13MatrixProductVy6Vector_6ScalarQZG_AA0C4PlanVSnySiGANtFZAA16WideRegisterFileOyAA6F32x16VG_Tt3g5)
	movq	%r14, %rdx
	cmpq	%r13, %r14
	jl	.LBB61_15
# %bb.18:                               #   in Loop: Header=BB61_11 Depth=2
	movq	%rbx, %r15
	cmpq	16(%rsp), %rbx                  # 8-byte Folded Reload
	jl	.LBB61_11
	jmp	.LBB61_4
.LBB61_7:                               #   in Loop: Header=BB61_3 Depth=1
	movq	336(%rsp), %rbx
	xorl	%r14d, %r14d
	.p2align	4
.LBB61_8:                               #   Parent Loop BB61_3 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	movq	%r14, %rax
	imulq	344(%rsp), %rax
	jo	.LBB61_25
# %bb.9:                                #   in Loop: Header=BB61_8 Depth=2
	movq	56(%rsp), %rdx                  # 8-byte Reload
	incq	%r14
	movq	%rbx, %rdi
	xorl	%esi, %esi
	callq	memset@PLT
	addq	64(%rsp), %rbx                  # 8-byte Folded Reload
	cmpq	%r14, 24(%rsp)                  # 8-byte Folded Reload
	jne	.LBB61_8
	jmp	.LBB61_4
.LBB61_5:
	addq	$248, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	retq
.LBB61_23:
	.cfi_def_cfa_offset 304
	#APP
	#NO_APP
	ud2
.LBB61_24:
	#APP
	#NO_APP
	ud2
.LBB61_25:
	#APP
	#NO_APP
	ud2
.LBB61_20:
	#APP
	#NO_APP
	ud2
.LBB61_21:
	#APP
	#NO_APP
	ud2
.LBB61_22:
	#APP
	#NO_APP
	ud2
.LBB61_19:
	#APP
	#NO_APP
	ud2
.Lfunc_end61:
	.size	$s16SwiftgradKernels7t_benchyySi_S3iSPySfGS2iACS2iSpySfGSitF, .Lfunc_end61-$s16SwiftgradKernels7t_benchyySi_S3iSPySfGS2iACS2iSpySfGSitF
	.cfi_endproc
                                        # -- End function
	.section	.text.t_threads,"axR",@progbits
	.protected	t_threads               # -- Begin function t_threads
	.globl	t_threads
	.p2align	4
	.type	t_threads,@function
t_threads:                              # @t_threads
# %bb.0:
	retq
.Lfunc_end62:
	.size	t_threads, .Lfunc_end62-t_threads
                                        # -- End function
	.section	".text.$s16SwiftgradKernels9t_threadsyySiF","axR",@progbits
	.protected	$s16SwiftgradKernels9t_threadsyySiF # -- Begin function $s16SwiftgradKernels9t_threadsyySiF
	.globl	$s16SwiftgradKernels9t_threadsyySiF
	.p2align	4
	.type	$s16SwiftgradKernels9t_threadsyySiF,@function
$s16SwiftgradKernels9t_threadsyySiF:    # @"$s16SwiftgradKernels9t_threadsyySiF"
# %bb.0:
	retq
.Lfunc_end63:
	.size	$s16SwiftgradKernels9t_threadsyySiF, .Lfunc_end63-$s16SwiftgradKernels9t_threadsyySiF
                                        # -- End function
	.section	.text.t_peak,"axR",@progbits
	.protected	t_peak                  # -- Begin function t_peak
	.globl	t_peak
	.p2align	4
	.type	t_peak,@function
t_peak:                                 # @t_peak
# %bb.0:
	jmp	($s16SwiftgradKernels12RegisterLoop33_B0436AB76870B1B6D010437F169D3E44LLO7measureSdyFZAA6F32x16V_$23_Ttg5) # TAILCALL
.Lfunc_end64:
	.size	t_peak, .Lfunc_end64-t_peak
                                        # -- End function
	.text
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4GemmO10ActivationOSHAASQWb
	.type	$s16SwiftgradKernels4GemmO10ActivationOSHAASQWb,@function
$s16SwiftgradKernels4GemmO10ActivationOSHAASQWb: # @"$s16SwiftgradKernels4GemmO10ActivationOSHAASQWb"
# %bb.0:
	jmp	($s16SwiftgradKernels4GemmO10ActivationOAESQAAWl) # TAILCALL
.Lfunc_end65:
	.size	$s16SwiftgradKernels4GemmO10ActivationOSHAASQWb, .Lfunc_end65-$s16SwiftgradKernels4GemmO10ActivationOSHAASQWb
                                        # -- End function
	.hidden	$s16SwiftgradKernels4GemmO10ActivationOAESQAAWl # -- Begin function $s16SwiftgradKernels4GemmO10ActivationOAESQAAWl
	.weak	$s16SwiftgradKernels4GemmO10ActivationOAESQAAWl
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO10ActivationOAESQAAWl,@function
$s16SwiftgradKernels4GemmO10ActivationOAESQAAWl: # @"$s16SwiftgradKernels4GemmO10ActivationOAESQAAWl"
# %bb.0:
	movq	($s16SwiftgradKernels4GemmO10ActivationOAESQAAWL)(%rip), %rax
	testq	%rax, %rax
	je	.LBB66_1
# %bb.2:
	retq
.LBB66_1:
	pushq	%rbp
	movq	%rsp, %rbp
	leaq	($s16SwiftgradKernels4GemmO10ActivationOSQAAMc)(%rip), %rdi
	leaq	($s16SwiftgradKernels4GemmO10ActivationOMf+16)(%rip), %rsi
	callq	swift_getWitnessTable@PLT
	movq	%rax, ($s16SwiftgradKernels4GemmO10ActivationOAESQAAWL)(%rip)
	popq	%rbp
	retq
.Lfunc_end66:
	.size	$s16SwiftgradKernels4GemmO10ActivationOAESQAAWl, .Lfunc_end66-$s16SwiftgradKernels4GemmO10ActivationOAESQAAWl
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmOMa","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmOMa # -- Begin function $s16SwiftgradKernels4GemmOMa
	.globl	$s16SwiftgradKernels4GemmOMa
	.p2align	4
	.type	$s16SwiftgradKernels4GemmOMa,@function
$s16SwiftgradKernels4GemmOMa:           # @"$s16SwiftgradKernels4GemmOMa"
# %bb.0:
	leaq	($s16SwiftgradKernels4GemmOMf+16)(%rip), %rax
	xorl	%edx, %edx
	retq
.Lfunc_end67:
	.size	$s16SwiftgradKernels4GemmOMa, .Lfunc_end67-$s16SwiftgradKernels4GemmOMa
                                        # -- End function
	.text
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueVMi
	.type	$s16SwiftgradKernels4GemmO8EpilogueVMi,@function
$s16SwiftgradKernels4GemmO8EpilogueVMi: # @"$s16SwiftgradKernels4GemmO8EpilogueVMi"
# %bb.0:
	movl	$24, %ecx
	jmp	swift_allocateGenericValueMetadata@PLT # TAILCALL
.Lfunc_end68:
	.size	$s16SwiftgradKernels4GemmO8EpilogueVMi, .Lfunc_end68-$s16SwiftgradKernels4GemmO8EpilogueVMi
                                        # -- End function
	.hidden	__swift_memcpy17_8              # -- Begin function __swift_memcpy17_8
	.weak	__swift_memcpy17_8
	.p2align	4
	.type	__swift_memcpy17_8,@function
__swift_memcpy17_8:                     # @__swift_memcpy17_8
# %bb.0:
	movzbl	16(%rsi), %ecx
	movq	%rdi, %rax
	movb	%cl, 16(%rdi)
	vmovups	(%rsi), %xmm0
	vmovups	%xmm0, (%rdi)
	retq
.Lfunc_end69:
	.size	__swift_memcpy17_8, .Lfunc_end69-__swift_memcpy17_8
                                        # -- End function
	.hidden	__swift_noop_void_return        # -- Begin function __swift_noop_void_return
	.weak	__swift_noop_void_return
	.p2align	4
	.type	__swift_noop_void_return,@function
__swift_noop_void_return:               # @__swift_noop_void_return
# %bb.0:
	retq
.Lfunc_end70:
	.size	__swift_noop_void_return, .Lfunc_end70-__swift_noop_void_return
                                        # -- End function
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueVwet
	.type	$s16SwiftgradKernels4GemmO8EpilogueVwet,@function
$s16SwiftgradKernels4GemmO8EpilogueVwet: # @"$s16SwiftgradKernels4GemmO8EpilogueVwet"
# %bb.0:
	testl	%esi, %esi
	je	.LBB71_1
# %bb.2:
	cmpl	$255, %esi
	jb	.LBB71_5
# %bb.3:
	cmpb	$0, 17(%rdi)
	je	.LBB71_5
# %bb.4:
	movl	$254, %eax
	addl	(%rdi), %eax
	incl	%eax
	retq
.LBB71_5:
	movzbl	16(%rdi), %eax
	leal	-2(%rax), %ecx
	cmpl	$2, %eax
	movl	$-1, %eax
	cmovael	%ecx, %eax
	incl	%eax
	retq
.LBB71_1:
	movl	$-1, %eax
	incl	%eax
	retq
.Lfunc_end71:
	.size	$s16SwiftgradKernels4GemmO8EpilogueVwet, .Lfunc_end71-$s16SwiftgradKernels4GemmO8EpilogueVwet
                                        # -- End function
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueVwst
	.type	$s16SwiftgradKernels4GemmO8EpilogueVwst,@function
$s16SwiftgradKernels4GemmO8EpilogueVwst: # @"$s16SwiftgradKernels4GemmO8EpilogueVwst"
# %bb.0:
                                        # kill: def $esi killed $esi def $rsi
	cmpl	$254, %esi
	ja	.LBB72_5
# %bb.1:
	cmpl	$255, %edx
	jb	.LBB72_3
# %bb.2:
	movb	$0, 17(%rdi)
.LBB72_3:
	testl	%esi, %esi
	je	.LBB72_7
# %bb.4:
	incb	%sil
	movb	%sil, 16(%rdi)
	retq
.LBB72_5:
	addl	$-255, %esi
	movq	$0, 8(%rdi)
	movb	$0, 16(%rdi)
	movq	%rsi, (%rdi)
	cmpl	$255, %edx
	jb	.LBB72_7
# %bb.6:
	movb	$1, 17(%rdi)
.LBB72_7:
	retq
.Lfunc_end72:
	.size	$s16SwiftgradKernels4GemmO8EpilogueVwst, .Lfunc_end72-$s16SwiftgradKernels4GemmO8EpilogueVwst
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO8EpilogueVMa","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO8EpilogueVMa # -- Begin function $s16SwiftgradKernels4GemmO8EpilogueVMa
	.globl	$s16SwiftgradKernels4GemmO8EpilogueVMa
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO8EpilogueVMa,@function
$s16SwiftgradKernels4GemmO8EpilogueVMa: # @"$s16SwiftgradKernels4GemmO8EpilogueVMa"
# %bb.0:
	leaq	($s16SwiftgradKernels4GemmO8EpilogueVMn)(%rip), %r8
	jmp	__swift_instantiateGenericMetadata # TAILCALL
.Lfunc_end73:
	.size	$s16SwiftgradKernels4GemmO8EpilogueVMa, .Lfunc_end73-$s16SwiftgradKernels4GemmO8EpilogueVMa
                                        # -- End function
	.text
	.hidden	__swift_memcpy1_1               # -- Begin function __swift_memcpy1_1
	.weak	__swift_memcpy1_1
	.p2align	4
	.type	__swift_memcpy1_1,@function
__swift_memcpy1_1:                      # @__swift_memcpy1_1
# %bb.0:
	movzbl	(%rsi), %ecx
	movq	%rdi, %rax
	movb	%cl, (%rdi)
	retq
.Lfunc_end74:
	.size	__swift_memcpy1_1, .Lfunc_end74-__swift_memcpy1_1
                                        # -- End function
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4GemmO10ActivationOwet
	.type	$s16SwiftgradKernels4GemmO10ActivationOwet,@function
$s16SwiftgradKernels4GemmO10ActivationOwet: # @"$s16SwiftgradKernels4GemmO10ActivationOwet"
# %bb.0:
	testl	%esi, %esi
	je	.LBB75_1
# %bb.2:
	cmpl	$255, %esi
	jb	.LBB75_10
# %bb.3:
	incl	%esi
	xorl	%eax, %eax
	cmpl	$16776960, %esi                 # imm = 0xFFFF00
	setae	%al
	cmpl	$65280, %esi                    # imm = 0xFF00
	leal	2(%rax,%rax), %ecx
	movl	$1, %eax
	cmovael	%ecx, %eax
	cmpl	$4, %eax
	je	.LBB75_7
# %bb.4:
	cmpl	$2, %eax
	jne	.LBB75_5
# %bb.6:
	movzwl	1(%rdi), %eax
	testl	%eax, %eax
	jne	.LBB75_9
	jmp	.LBB75_10
.LBB75_1:
	movl	$-1, %eax
	incl	%eax
	retq
.LBB75_7:
	movl	1(%rdi), %eax
	testl	%eax, %eax
	je	.LBB75_10
.LBB75_9:
	movzbl	(%rdi), %ecx
	shll	$8, %eax
	leal	-2(%rax,%rcx), %eax
	incl	%eax
	retq
.LBB75_5:
	movzbl	1(%rdi), %eax
	testl	%eax, %eax
	jne	.LBB75_9
.LBB75_10:
	movzbl	(%rdi), %eax
	leal	-2(%rax), %ecx
	cmpl	$2, %eax
	movl	$-1, %eax
	cmovael	%ecx, %eax
	incl	%eax
	retq
.Lfunc_end75:
	.size	$s16SwiftgradKernels4GemmO10ActivationOwet, .Lfunc_end75-$s16SwiftgradKernels4GemmO10ActivationOwet
                                        # -- End function
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4GemmO10ActivationOwst
	.type	$s16SwiftgradKernels4GemmO10ActivationOwst,@function
$s16SwiftgradKernels4GemmO10ActivationOwst: # @"$s16SwiftgradKernels4GemmO10ActivationOwst"
# %bb.0:
	xorl	%eax, %eax
	cmpl	$255, %edx
	jb	.LBB76_2
# %bb.1:
	incl	%edx
	xorl	%eax, %eax
	cmpl	$16776960, %edx                 # imm = 0xFFFF00
	setae	%al
	cmpl	$65280, %edx                    # imm = 0xFF00
	leal	2(%rax,%rax), %ecx
	movl	$1, %eax
	cmovael	%ecx, %eax
.LBB76_2:
	cmpl	$254, %esi
	ja	.LBB76_10
# %bb.3:
	leaq	.LJTI76_1(%rip), %rcx
	movl	%eax, %eax
	movslq	(%rcx,%rax,4), %rax
	addq	%rcx, %rax
	jmpq	*%rax
.LBB76_7:
	movb	$0, 1(%rdi)
	testl	%esi, %esi
	jne	.LBB76_9
	jmp	.LBB76_15
.LBB76_10:
	leaq	.LJTI76_0(%rip), %rdx
	movl	%eax, %eax
	addl	$-255, %esi
	movslq	(%rdx,%rax,4), %rax
	movl	%esi, %ecx
	shrl	$8, %ecx
	movb	%sil, (%rdi)
	incl	%ecx
	addq	%rdx, %rax
	jmpq	*%rax
.LBB76_14:
	movb	%cl, 1(%rdi)
	retq
.LBB76_4:
	movw	$0, 1(%rdi)
.LBB76_8:
	testl	%esi, %esi
	je	.LBB76_15
.LBB76_9:
	incb	%sil
	movb	%sil, (%rdi)
	retq
.LBB76_5:
	movl	$0, 1(%rdi)
	testl	%esi, %esi
	jne	.LBB76_9
.LBB76_15:
	retq
.LBB76_11:
	movw	%cx, 1(%rdi)
	retq
.LBB76_12:
	movl	%ecx, 1(%rdi)
	retq
.LBB76_6:
.LBB76_13:
.Lfunc_end76:
	.size	$s16SwiftgradKernels4GemmO10ActivationOwst, .Lfunc_end76-$s16SwiftgradKernels4GemmO10ActivationOwst
	.section	.rodata,"a",@progbits
	.p2align	2, 0x0
.LJTI76_0:
	.long	.LBB76_15-.LJTI76_0
	.long	.LBB76_14-.LJTI76_0
	.long	.LBB76_11-.LJTI76_0
	.long	.LBB76_13-.LJTI76_0
	.long	.LBB76_12-.LJTI76_0
.LJTI76_1:
	.long	.LBB76_8-.LJTI76_1
	.long	.LBB76_7-.LJTI76_1
	.long	.LBB76_4-.LJTI76_1
	.long	.LBB76_6-.LJTI76_1
	.long	.LBB76_5-.LJTI76_1
                                        # -- End function
	.text
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4GemmO10ActivationOwug
	.type	$s16SwiftgradKernels4GemmO10ActivationOwug,@function
$s16SwiftgradKernels4GemmO10ActivationOwug: # @"$s16SwiftgradKernels4GemmO10ActivationOwug"
# %bb.0:
	movzbl	(%rdi), %eax
	retq
.Lfunc_end77:
	.size	$s16SwiftgradKernels4GemmO10ActivationOwug, .Lfunc_end77-$s16SwiftgradKernels4GemmO10ActivationOwug
                                        # -- End function
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4GemmO10ActivationOwup
	.type	$s16SwiftgradKernels4GemmO10ActivationOwup,@function
$s16SwiftgradKernels4GemmO10ActivationOwup: # @"$s16SwiftgradKernels4GemmO10ActivationOwup"
# %bb.0:
	retq
.Lfunc_end78:
	.size	$s16SwiftgradKernels4GemmO10ActivationOwup, .Lfunc_end78-$s16SwiftgradKernels4GemmO10ActivationOwup
                                        # -- End function
	.p2align	4                               # -- Begin function $s16SwiftgradKernels4GemmO10ActivationOwui
	.type	$s16SwiftgradKernels4GemmO10ActivationOwui,@function
$s16SwiftgradKernels4GemmO10ActivationOwui: # @"$s16SwiftgradKernels4GemmO10ActivationOwui"
# %bb.0:
	movb	%sil, (%rdi)
	retq
.Lfunc_end79:
	.size	$s16SwiftgradKernels4GemmO10ActivationOwui, .Lfunc_end79-$s16SwiftgradKernels4GemmO10ActivationOwui
                                        # -- End function
	.section	".text.$s16SwiftgradKernels4GemmO10ActivationOMa","axR",@progbits
	.protected	$s16SwiftgradKernels4GemmO10ActivationOMa # -- Begin function $s16SwiftgradKernels4GemmO10ActivationOMa
	.globl	$s16SwiftgradKernels4GemmO10ActivationOMa
	.p2align	4
	.type	$s16SwiftgradKernels4GemmO10ActivationOMa,@function
$s16SwiftgradKernels4GemmO10ActivationOMa: # @"$s16SwiftgradKernels4GemmO10ActivationOMa"
# %bb.0:
	leaq	($s16SwiftgradKernels4GemmO10ActivationOMf+16)(%rip), %rax
	xorl	%edx, %edx
	retq
.Lfunc_end80:
	.size	$s16SwiftgradKernels4GemmO10ActivationOMa, .Lfunc_end80-$s16SwiftgradKernels4GemmO10ActivationOMa
                                        # -- End function
	.section	".text.$s16SwiftgradKernels11MachinePeakOMa","axR",@progbits
	.protected	$s16SwiftgradKernels11MachinePeakOMa # -- Begin function $s16SwiftgradKernels11MachinePeakOMa
	.globl	$s16SwiftgradKernels11MachinePeakOMa
	.p2align	4
	.type	$s16SwiftgradKernels11MachinePeakOMa,@function
$s16SwiftgradKernels11MachinePeakOMa:   # @"$s16SwiftgradKernels11MachinePeakOMa"
# %bb.0:
	leaq	($s16SwiftgradKernels11MachinePeakOMf+16)(%rip), %rax
	xorl	%edx, %edx
	retq
.Lfunc_end81:
	.size	$s16SwiftgradKernels11MachinePeakOMa, .Lfunc_end81-$s16SwiftgradKernels11MachinePeakOMa
                                        # -- End function
	.section	".text.$s16SwiftgradKernels10MemoryPoolOMa","axR",@progbits
	.protected	$s16SwiftgradKernels10MemoryPoolOMa # -- Begin function $s16SwiftgradKernels10MemoryPoolOMa
	.globl	$s16SwiftgradKernels10MemoryPoolOMa
	.p2align	4
	.type	$s16SwiftgradKernels10MemoryPoolOMa,@function
$s16SwiftgradKernels10MemoryPoolOMa:    # @"$s16SwiftgradKernels10MemoryPoolOMa"
# %bb.0:
	leaq	($s16SwiftgradKernels10MemoryPoolOMf+16)(%rip), %rax
	xorl	%edx, %edx
	retq
.Lfunc_end82:
	.size	$s16SwiftgradKernels10MemoryPoolOMa, .Lfunc_end82-$s16SwiftgradKernels10MemoryPoolOMa
                                        # -- End function
	.section	".text.$s16SwiftgradKernels10ThreadPoolOMa","axR",@progbits
	.protected	$s16SwiftgradKernels10ThreadPoolOMa # -- Begin function $s16SwiftgradKernels10ThreadPoolOMa
	.globl	$s16SwiftgradKernels10ThreadPoolOMa
	.p2align	4
	.type	$s16SwiftgradKernels10ThreadPoolOMa,@function
$s16SwiftgradKernels10ThreadPoolOMa:    # @"$s16SwiftgradKernels10ThreadPoolOMa"
# %bb.0:
	leaq	($s16SwiftgradKernels10ThreadPoolOMf+16)(%rip), %rax
	xorl	%edx, %edx
	retq
.Lfunc_end83:
	.size	$s16SwiftgradKernels10ThreadPoolOMa, .Lfunc_end83-$s16SwiftgradKernels10ThreadPoolOMa
                                        # -- End function
	.text
	.p2align	4                               # -- Begin function $s16SwiftgradKernels8GemmPlanV9blockSize33_A58C3D6B68E9D433408937FF62635304LL_5parts8multipleS2i_S2itFZTf4nnnd_n
	.type	$s16SwiftgradKernels8GemmPlanV9blockSize33_A58C3D6B68E9D433408937FF62635304LL_5parts8multipleS2i_S2itFZTf4nnnd_n,@function
$s16SwiftgradKernels8GemmPlanV9blockSize33_A58C3D6B68E9D433408937FF62635304LL_5parts8multipleS2i_S2itFZTf4nnnd_n: # @"$s16SwiftgradKernels8GemmPlanV9blockSize33_A58C3D6B68E9D433408937FF62635304LL_5parts8multipleS2i_S2itFZTf4nnnd_n"
	.cfi_startproc
# %bb.0:
	decq	%rdi
	jo	.LBB84_13
# %bb.1:
	cmpq	$2, %rsi
	movl	$1, %r8d
	movq	%rdi, %rax
	movq	%rdx, %rcx
	cmovgeq	%rsi, %r8
	orq	%r8, %rax
	shrq	$32, %rax
	je	.LBB84_2
# %bb.3:
	movq	%rdi, %rax
	cqto
	idivq	%r8
	jmp	.LBB84_4
.LBB84_2:
	movl	%edi, %eax
	xorl	%edx, %edx
	divl	%r8d
                                        # kill: def $eax killed $eax def $rax
.LBB84_4:
	incq	%rax
	addq	%rcx, %rax
	jo	.LBB84_14
# %bb.5:
	decq	%rax
	jo	.LBB84_15
# %bb.6:
	testq	%rcx, %rcx
	je	.LBB84_16
# %bb.7:
	movabsq	$-9223372036854775808, %rdx     # imm = 0x8000000000000000
	movq	%rcx, %rsi
	notq	%rsi
	xorq	%rax, %rdx
	orq	%rdx, %rsi
	je	.LBB84_18
# %bb.8:
	movq	%rax, %rdx
	orq	%rcx, %rdx
	shrq	$32, %rdx
	je	.LBB84_9
# %bb.10:
	cqto
	idivq	%rcx
	imulq	%rcx, %rax
	jo	.LBB84_17
.LBB84_12:
	retq
.LBB84_9:
                                        # kill: def $eax killed $eax killed $rax
	xorl	%edx, %edx
	divl	%ecx
                                        # kill: def $eax killed $eax def $rax
	imulq	%rcx, %rax
	jno	.LBB84_12
.LBB84_17:
	#APP
	#NO_APP
	ud2
.LBB84_13:
	#APP
	#NO_APP
	ud2
.LBB84_14:
	#APP
	#NO_APP
	ud2
.LBB84_15:
	#APP
	#NO_APP
	ud2
.LBB84_16:
	#APP
	#NO_APP
	ud2
.LBB84_18:
	#APP
	#NO_APP
	ud2
.Lfunc_end84:
	.size	$s16SwiftgradKernels8GemmPlanV9blockSize33_A58C3D6B68E9D433408937FF62635304LL_5parts8multipleS2i_S2itFZTf4nnnd_n, .Lfunc_end84-$s16SwiftgradKernels8GemmPlanV9blockSize33_A58C3D6B68E9D433408937FF62635304LL_5parts8multipleS2i_S2itFZTf4nnnd_n
	.cfi_endproc
                                        # -- End function
	.p2align	4                               # -- Begin function $s16SwiftgradKernels8GemmTaskV4edge33_31432DCE3BA47970389B575D743FC32ALLyySi_S2iAA12TileOperandsVy6Vector_6ScalarQZGS2itFAA16WideRegisterFileOyAA6F32x16VG_Tg5Tf4nnnnnnd_n
	.type	$s16SwiftgradKernels8GemmTaskV4edge33_31432DCE3BA47970389B575D743FC32ALLyySi_S2iAA12TileOperandsVy6Vector_6ScalarQZGS2itFAA16WideRegisterFileOyAA6F32x16VG_Tg5Tf4nnnnnnd_n,@function
$s16SwiftgradKernels8GemmTaskV4edge33_31432DCE3BA47970389B575D743FC32ALLyySi_S2iAA12TileOperandsVy6Vector_6ScalarQZGS2itFAA16WideRegisterFileOyAA6F32x16VG_Tg5Tf4nnnnnnd_n: # @"$s16SwiftgradKernels8GemmTaskV4edge33_31432DCE3BA47970389B575D743FC32ALLyySi_S2iAA12TileOperandsVy6Vector_6ScalarQZGS2itFAA16WideRegisterFileOyAA6F32x16VG_Tg5Tf4nnnnnnd_n"
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$1640, %rsp                     # imm = 0x668
	.cfi_def_cfa_offset 1696
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%rdx, 8(%rsp)                   # 8-byte Spill
	leaq	96(%rsp), %r13
	movl	$1536, %edx                     # imm = 0x600
	movq	%rsi, %rbp
	movq	%rdi, %r14
	movq	%r9, %rbx
	movq	%r8, %r15
	movq	%rcx, %r12
	xorl	%esi, %esi
	movq	%fs:40, %rax
	movq	%r13, %rdi
	movq	%rax, 1632(%rsp)
	callq	memset@PLT
	vmovups	(%r12), %ymm0
	movq	32(%r12), %rax
	leaq	-2(%r14), %rcx
	movq	%r14, 16(%rsp)                  # 8-byte Spill
	rorxq	$1, %rcx, %rcx
	movq	%rax, 64(%rsp)
	movq	%rbp, %rax
	shlq	$4, %rax
	vmovups	%ymm0, 32(%rsp)
	movq	%r13, 72(%rsp)
	movq	%rax, 80(%rsp)
	movb	$0, 88(%rsp)
	movq	40(%rsp), %rax
	cmpq	$2, %rbp
	jne	.LBB85_3
# %bb.1:
	cmpq	$5, %rcx
	ja	.LBB85_56
# %bb.2:
	leaq	.LJTI85_1(%rip), %rdx
	movslq	(%rdx,%rcx,4), %rcx
	addq	%rdx, %rcx
	jmpq	*%rcx
.LBB85_54:
	leaq	32(%rsp), %rsi
	cmpq	$1, %rax
	jne	.LBB85_55
# %bb.53:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5)
	jmp	.LBB85_8
.LBB85_3:
	cmpq	$5, %rcx
	ja	.LBB85_69
# %bb.4:
	leaq	.LJTI85_0(%rip), %rdx
	movslq	(%rdx,%rcx,4), %rcx
	addq	%rdx, %rcx
	jmpq	*%rcx
.LBB85_67:
	leaq	32(%rsp), %rsi
	cmpq	$1, %rax
	jne	.LBB85_68
# %bb.66:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5)
	jmp	.LBB85_8
.LBB85_47:
	leaq	32(%rsp), %rsi
	cmpq	$1, %rax
	jne	.LBB85_49
# %bb.48:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5)
	jmp	.LBB85_8
.LBB85_60:
	leaq	32(%rsp), %rsi
	cmpq	$1, %rax
	jne	.LBB85_62
# %bb.61:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5)
	jmp	.LBB85_8
.LBB85_50:
	leaq	32(%rsp), %rsi
	cmpq	$1, %rax
	jne	.LBB85_52
# %bb.51:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5)
	jmp	.LBB85_8
.LBB85_63:
	leaq	32(%rsp), %rsi
	cmpq	$1, %rax
	jne	.LBB85_65
# %bb.64:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5)
	jmp	.LBB85_8
.LBB85_5:
	leaq	32(%rsp), %rsi
	cmpq	$1, %rax
	jne	.LBB85_7
# %bb.6:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5)
	jmp	.LBB85_8
.LBB85_57:
	leaq	32(%rsp), %rsi
	cmpq	$1, %rax
	jne	.LBB85_59
# %bb.58:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5)
	jmp	.LBB85_8
.LBB85_56:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	leaq	32(%rsp), %rsi
	cmpq	$1, %rax
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$1_$1_Tt1g5Tm)
	jmp	.LBB85_8
.LBB85_69:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	leaq	32(%rsp), %rsi
	cmpq	$1, %rax
	vzeroupper
	callq	($s16SwiftgradKernels4TileO9runPackedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$0_$0_$0_Tt1g5Tm)
	jmp	.LBB85_8
.LBB85_49:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$1_$15_Tt1g5)
	jmp	.LBB85_8
.LBB85_62:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$7_$0_$7_Tt1g5)
	jmp	.LBB85_8
.LBB85_55:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$1_$3_Tt1g5)
	jmp	.LBB85_8
.LBB85_68:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$1_$0_$1_Tt1g5)
	jmp	.LBB85_8
.LBB85_52:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$1_$7_Tt1g5)
	jmp	.LBB85_8
.LBB85_65:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$3_$0_$3_Tt1g5)
	jmp	.LBB85_8
.LBB85_7:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$1_$23_Tt1g5)
	jmp	.LBB85_8
.LBB85_59:
	movq	8(%rsp), %rdi                   # 8-byte Reload
	vzeroupper
	callq	($s16SwiftgradKernels4TileO10runStridedyySi_AA0C8OperandsVy6ScalarQzGtFZAA6F32x16V_$11_$0_$11_Tt1g5)
.LBB85_8:
	movq	16(%rsp), %r11                  # 8-byte Reload
	movq	48(%r12), %rcx
	movq	40(%r12), %rax
	leaq	(%rbx,%r15), %r9
	leaq	96(%rsp,%r15,4), %rdx
	movq	%rbx, %r10
	leaq	288(%rsp,%r15,4), %r15
	leaq	-1(%r11), %rdi
	movq	%rcx, %rsi
	imulq	%rdi, %rsi
	addq	%rbx, %rsi
	leaq	(%rax,%rsi,4), %r8
	movq	80(%rsp), %rsi
	imulq	%rsi, %rdi
	addq	%r9, %rdi
	leaq	96(%rsp,%rdi,4), %r9
	movzbl	56(%r12), %edi
	leaq	192(%rax), %r12
	cmpq	%r9, %rax
	setb	%r9b
	cmpq	%r8, %rdx
	setb	%r8b
	xorl	%r13d, %r13d
	andb	%r9b, %r8b
	movq	%rsi, %r9
	orq	%rcx, %r9
	shlq	$2, %rcx
	shlq	$2, %rsi
	shrq	$61, %r9
	andl	$1, %r9d
	orb	%r8b, %r9b
	movabsq	$9223372036854775744, %r8       # imm = 0x7FFFFFFFFFFFFFC0
	andq	%r8, %r10
	orq	$56, %r8
	movq	%r9, 8(%rsp)                    # 8-byte Spill
	movl	%ebx, %r9d
	andl	$7, %r9d
	andq	%rbx, %r8
	movq	%r9, 24(%rsp)                   # 8-byte Spill
	jmp	.LBB85_9
	.p2align	4
.LBB85_46:                              #   in Loop: Header=BB85_9 Depth=1
	incq	%r13
	addq	%rcx, %r12
	addq	%rsi, %r15
	addq	%rcx, %rax
	addq	%rsi, %rdx
	cmpq	%r11, %r13
	je	.LBB85_19
.LBB85_9:                               # =>This Loop Header: Depth=1
                                        #     Child Loop BB85_41 Depth 2
                                        #     Child Loop BB85_44 Depth 2
                                        #     Child Loop BB85_35 Depth 2
                                        #     Child Loop BB85_37 Depth 2
                                        #     Child Loop BB85_24 Depth 2
                                        #     Child Loop BB85_27 Depth 2
                                        #     Child Loop BB85_16 Depth 2
                                        #     Child Loop BB85_18 Depth 2
	testb	$1, %dil
	je	.LBB85_29
# %bb.10:                               #   in Loop: Header=BB85_9 Depth=1
	testq	%rbx, %rbx
	js	.LBB85_71
# %bb.11:                               #   in Loop: Header=BB85_9 Depth=1
	je	.LBB85_46
# %bb.12:                               #   in Loop: Header=BB85_9 Depth=1
	cmpq	$8, %rbx
	setb	%r9b
	orb	8(%rsp), %r9b                   # 1-byte Folded Reload
	testb	$1, %r9b
	je	.LBB85_21
# %bb.13:                               #   in Loop: Header=BB85_9 Depth=1
	xorl	%r14d, %r14d
	jmp	.LBB85_14
	.p2align	4
.LBB85_29:                              #   in Loop: Header=BB85_9 Depth=1
	testq	%rbx, %rbx
	js	.LBB85_70
# %bb.30:                               #   in Loop: Header=BB85_9 Depth=1
	je	.LBB85_46
# %bb.31:                               #   in Loop: Header=BB85_9 Depth=1
	cmpq	$8, %rbx
	setb	%r9b
	orb	8(%rsp), %r9b                   # 1-byte Folded Reload
	testb	$1, %r9b
	je	.LBB85_38
# %bb.32:                               #   in Loop: Header=BB85_9 Depth=1
	xorl	%r9d, %r9d
	jmp	.LBB85_33
.LBB85_21:                              #   in Loop: Header=BB85_9 Depth=1
	cmpq	$64, %rbx
	jae	.LBB85_23
# %bb.22:                               #   in Loop: Header=BB85_9 Depth=1
	xorl	%ebp, %ebp
	jmp	.LBB85_27
.LBB85_38:                              #   in Loop: Header=BB85_9 Depth=1
	cmpq	$64, %rbx
	jae	.LBB85_40
# %bb.39:                               #   in Loop: Header=BB85_9 Depth=1
	xorl	%ebp, %ebp
	jmp	.LBB85_44
.LBB85_23:                              #   in Loop: Header=BB85_9 Depth=1
	xorl	%r9d, %r9d
	.p2align	4
.LBB85_24:                              #   Parent Loop BB85_9 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vmovups	-192(%r15,%r9,4), %zmm0
	vmovups	-128(%r15,%r9,4), %zmm1
	vmovups	-64(%r15,%r9,4), %zmm2
	vmovups	(%r15,%r9,4), %zmm3
	vaddps	-192(%r12,%r9,4), %zmm0, %zmm0
	vaddps	-128(%r12,%r9,4), %zmm1, %zmm1
	vaddps	-64(%r12,%r9,4), %zmm2, %zmm2
	vaddps	(%r12,%r9,4), %zmm3, %zmm3
	vmovups	%zmm0, -192(%r12,%r9,4)
	vmovups	%zmm1, -128(%r12,%r9,4)
	vmovups	%zmm2, -64(%r12,%r9,4)
	vmovups	%zmm3, (%r12,%r9,4)
	addq	$64, %r9
	cmpq	%r9, %r10
	jne	.LBB85_24
# %bb.25:                               #   in Loop: Header=BB85_9 Depth=1
	cmpq	%r10, %rbx
	je	.LBB85_46
# %bb.26:                               #   in Loop: Header=BB85_9 Depth=1
	movq	%r10, %r14
	movq	%r10, %rbp
	testb	$56, %bl
	je	.LBB85_14
	.p2align	4
.LBB85_27:                              #   Parent Loop BB85_9 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vmovups	(%rdx,%rbp,4), %ymm0
	vaddps	(%rax,%rbp,4), %ymm0, %ymm0
	vmovups	%ymm0, (%rax,%rbp,4)
	addq	$8, %rbp
	cmpq	%rbp, %r8
	jne	.LBB85_27
# %bb.28:                               #   in Loop: Header=BB85_9 Depth=1
	movq	%r8, %r14
	cmpq	%r8, %rbx
	je	.LBB85_46
.LBB85_14:                              #   in Loop: Header=BB85_9 Depth=1
	movq	%r14, %rbp
	testb	$7, %bl
	je	.LBB85_17
# %bb.15:                               #   in Loop: Header=BB85_9 Depth=1
	movq	24(%rsp), %r11                  # 8-byte Reload
	movq	%r14, %r9
	.p2align	4
.LBB85_16:                              #   Parent Loop BB85_9 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vmovss	(%rdx,%r9,4), %xmm0             # xmm0 = mem[0],zero,zero,zero
	leaq	1(%r9), %rbp
	decq	%r11
	vaddss	(%rax,%r9,4), %xmm0, %xmm0
	vmovss	%xmm0, (%rax,%r9,4)
	movq	%rbp, %r9
	jne	.LBB85_16
.LBB85_17:                              #   in Loop: Header=BB85_9 Depth=1
	movq	16(%rsp), %r11                  # 8-byte Reload
	subq	%rbx, %r14
	cmpq	$-8, %r14
	ja	.LBB85_46
	.p2align	4
.LBB85_18:                              #   Parent Loop BB85_9 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vmovss	(%rdx,%rbp,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vaddss	(%rax,%rbp,4), %xmm0, %xmm0
	vmovss	%xmm0, (%rax,%rbp,4)
	vmovss	4(%rdx,%rbp,4), %xmm0           # xmm0 = mem[0],zero,zero,zero
	vaddss	4(%rax,%rbp,4), %xmm0, %xmm0
	vmovss	%xmm0, 4(%rax,%rbp,4)
	vmovss	8(%rdx,%rbp,4), %xmm0           # xmm0 = mem[0],zero,zero,zero
	vaddss	8(%rax,%rbp,4), %xmm0, %xmm0
	vmovss	%xmm0, 8(%rax,%rbp,4)
	vmovss	12(%rdx,%rbp,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vaddss	12(%rax,%rbp,4), %xmm0, %xmm0
	vmovss	%xmm0, 12(%rax,%rbp,4)
	vmovss	16(%rdx,%rbp,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vaddss	16(%rax,%rbp,4), %xmm0, %xmm0
	vmovss	%xmm0, 16(%rax,%rbp,4)
	vmovss	20(%rdx,%rbp,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vaddss	20(%rax,%rbp,4), %xmm0, %xmm0
	vmovss	%xmm0, 20(%rax,%rbp,4)
	vmovss	24(%rdx,%rbp,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vaddss	24(%rax,%rbp,4), %xmm0, %xmm0
	vmovss	%xmm0, 24(%rax,%rbp,4)
	vmovss	28(%rdx,%rbp,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vaddss	28(%rax,%rbp,4), %xmm0, %xmm0
	vmovss	%xmm0, 28(%rax,%rbp,4)
	addq	$8, %rbp
	cmpq	%rbp, %rbx
	jne	.LBB85_18
	jmp	.LBB85_46
.LBB85_40:                              #   in Loop: Header=BB85_9 Depth=1
	xorl	%r9d, %r9d
	.p2align	4
.LBB85_41:                              #   Parent Loop BB85_9 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vmovups	-192(%r15,%r9,4), %zmm0
	vmovups	-128(%r15,%r9,4), %zmm1
	vmovups	-64(%r15,%r9,4), %zmm2
	vmovups	(%r15,%r9,4), %zmm3
	vmovups	%zmm0, -192(%r12,%r9,4)
	vmovups	%zmm1, -128(%r12,%r9,4)
	vmovups	%zmm2, -64(%r12,%r9,4)
	vmovups	%zmm3, (%r12,%r9,4)
	addq	$64, %r9
	cmpq	%r9, %r10
	jne	.LBB85_41
# %bb.42:                               #   in Loop: Header=BB85_9 Depth=1
	cmpq	%r10, %rbx
	je	.LBB85_46
# %bb.43:                               #   in Loop: Header=BB85_9 Depth=1
	movq	%r10, %r9
	movq	%r10, %rbp
	testb	$56, %bl
	je	.LBB85_33
	.p2align	4
.LBB85_44:                              #   Parent Loop BB85_9 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vmovups	(%rdx,%rbp,4), %ymm0
	vmovups	%ymm0, (%rax,%rbp,4)
	addq	$8, %rbp
	cmpq	%rbp, %r8
	jne	.LBB85_44
# %bb.45:                               #   in Loop: Header=BB85_9 Depth=1
	movq	%r8, %r9
	cmpq	%r8, %rbx
	je	.LBB85_46
.LBB85_33:                              #   in Loop: Header=BB85_9 Depth=1
	cmpq	$0, 24(%rsp)                    # 8-byte Folded Reload
	movq	%r9, %rbp
	je	.LBB85_36
# %bb.34:                               #   in Loop: Header=BB85_9 Depth=1
	movq	24(%rsp), %r11                  # 8-byte Reload
	movq	%r9, %r14
	.p2align	4
.LBB85_35:                              #   Parent Loop BB85_9 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vmovss	(%rdx,%r14,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	leaq	1(%r14), %rbp
	decq	%r11
	vmovss	%xmm0, (%rax,%r14,4)
	movq	%rbp, %r14
	jne	.LBB85_35
.LBB85_36:                              #   in Loop: Header=BB85_9 Depth=1
	movq	16(%rsp), %r11                  # 8-byte Reload
	subq	%rbx, %r9
	cmpq	$-8, %r9
	ja	.LBB85_46
	.p2align	4
.LBB85_37:                              #   Parent Loop BB85_9 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	vmovss	(%rdx,%rbp,4), %xmm0            # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, (%rax,%rbp,4)
	vmovss	4(%rdx,%rbp,4), %xmm0           # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 4(%rax,%rbp,4)
	vmovss	8(%rdx,%rbp,4), %xmm0           # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 8(%rax,%rbp,4)
	vmovss	12(%rdx,%rbp,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 12(%rax,%rbp,4)
	vmovss	16(%rdx,%rbp,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 16(%rax,%rbp,4)
	vmovss	20(%rdx,%rbp,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 20(%rax,%rbp,4)
	vmovss	24(%rdx,%rbp,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 24(%rax,%rbp,4)
	vmovss	28(%rdx,%rbp,4), %xmm0          # xmm0 = mem[0],zero,zero,zero
	vmovss	%xmm0, 28(%rax,%rbp,4)
	addq	$8, %rbp
	cmpq	%rbp, %rbx
	jne	.LBB85_37
	jmp	.LBB85_46
.LBB85_19:
	movq	%fs:40, %rax
	cmpq	1632(%rsp), %rax
	jne	.LBB85_72
# %bb.20:
	addq	$1640, %rsp                     # imm = 0x668
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	vzeroupper
	retq
.LBB85_71:
	.cfi_def_cfa_offset 1696
	#APP
	#NO_APP
	ud2
.LBB85_70:
	#APP
	#NO_APP
	ud2
.LBB85_72:
	vzeroupper
	callq	__stack_chk_fail@PLT
.Lfunc_end85:
	.size	$s16SwiftgradKernels8GemmTaskV4edge33_31432DCE3BA47970389B575D743FC32ALLyySi_S2iAA12TileOperandsVy6Vector_6ScalarQZGS2itFAA16WideRegisterFileOyAA6F32x16VG_Tg5Tf4nnnnnnd_n, .Lfunc_end85-$s16SwiftgradKernels8GemmTaskV4edge33_31432DCE3BA47970389B575D743FC32ALLyySi_S2iAA12TileOperandsVy6Vector_6ScalarQZGS2itFAA16WideRegisterFileOyAA6F32x16VG_Tg5Tf4nnnnnnd_n
	.cfi_endproc
	.section	.rodata,"a",@progbits
	.p2align	2, 0x0
.LJTI85_0:
	.long	.LBB85_67-.LJTI85_0
	.long	.LBB85_63-.LJTI85_0
	.long	.LBB85_69-.LJTI85_0
	.long	.LBB85_60-.LJTI85_0
	.long	.LBB85_69-.LJTI85_0
	.long	.LBB85_57-.LJTI85_0
.LJTI85_1:
	.long	.LBB85_54-.LJTI85_1
	.long	.LBB85_50-.LJTI85_1
	.long	.LBB85_56-.LJTI85_1
	.long	.LBB85_47-.LJTI85_1
	.long	.LBB85_56-.LJTI85_1
	.long	.LBB85_5-.LJTI85_1
                                        # -- End function
	.text
	.hidden	__swift_instantiateGenericMetadata # -- Begin function __swift_instantiateGenericMetadata
	.weak	__swift_instantiateGenericMetadata
	.p2align	4
	.type	__swift_instantiateGenericMetadata,@function
__swift_instantiateGenericMetadata:     # @__swift_instantiateGenericMetadata
# %bb.0:
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$32, %rsp
	movq	%rsi, -24(%rbp)
	leaq	-24(%rbp), %rsi
	movq	%rdx, -16(%rbp)
	movq	%r8, %rdx
	movq	%rcx, -8(%rbp)
	callq	swift_getGenericMetadata@PLT
	addq	$32, %rsp
	popq	%rbp
	retq
.Lfunc_end86:
	.size	__swift_instantiateGenericMetadata, .Lfunc_end86-__swift_instantiateGenericMetadata
                                        # -- End function
	.section	".text.$s16SwiftgradKernels6t_peakSdyF","axR",@progbits
	.protected	$s16SwiftgradKernels6t_peakSdyF # -- Begin function $s16SwiftgradKernels6t_peakSdyF
	.globl	$s16SwiftgradKernels6t_peakSdyF
	.p2align	4
	.type	$s16SwiftgradKernels6t_peakSdyF,@function
$s16SwiftgradKernels6t_peakSdyF:        # @"$s16SwiftgradKernels6t_peakSdyF"
# %bb.0:
	jmp	($s16SwiftgradKernels11MachinePeakO25float32GigaflopsPerSecondSdyFZ) # TAILCALL
.Lfunc_end87:
	.size	$s16SwiftgradKernels6t_peakSdyF, .Lfunc_end87-$s16SwiftgradKernels6t_peakSdyF
                                        # -- End function
	.hidden	got.$sSQMp                      # @"got.$sSQMp"
	.type	got.$sSQMp,@object
	.section	.data.rel.ro,"aw",@progbits
	.weak	got.$sSQMp
	.p2align	3, 0x0
got.$sSQMp:
	.quad	$sSQMp
	.size	got.$sSQMp, 8

	.hidden	got.$sSQ2eeoiySbx_xtFZTq        # @"got.$sSQ2eeoiySbx_xtFZTq"
	.type	got.$sSQ2eeoiySbx_xtFZTq,@object
	.weak	got.$sSQ2eeoiySbx_xtFZTq
	.p2align	3, 0x0
got.$sSQ2eeoiySbx_xtFZTq:
	.quad	$sSQ2eeoiySbx_xtFZTq
	.size	got.$sSQ2eeoiySbx_xtFZTq, 8

	.type	$s16SwiftgradKernels4GemmO10ActivationOSQAAMcMK,@object # @"$s16SwiftgradKernels4GemmO10ActivationOSQAAMcMK"
	.local	$s16SwiftgradKernels4GemmO10ActivationOSQAAMcMK
	.comm	$s16SwiftgradKernels4GemmO10ActivationOSQAAMcMK,128,16
	.protected	$s16SwiftgradKernels4GemmO10ActivationOSQAAMc # @"$s16SwiftgradKernels4GemmO10ActivationOSQAAMc"
	.type	$s16SwiftgradKernels4GemmO10ActivationOSQAAMc,@object
	.section	.rodata,"aR",@progbits,unique,1
	.globl	$s16SwiftgradKernels4GemmO10ActivationOSQAAMc
	.p2align	2, 0x0
$s16SwiftgradKernels4GemmO10ActivationOSQAAMc:
	.long	got.$sSQMp-$s16SwiftgradKernels4GemmO10ActivationOSQAAMc+1
	.long	$s16SwiftgradKernels4GemmO10ActivationOMn-$s16SwiftgradKernels4GemmO10ActivationOSQAAMc-4
	.long	0                               # 0x0
	.long	196608                          # 0x30000
	.long	1                               # 0x1
	.long	got.$sSQ2eeoiySbx_xtFZTq-$s16SwiftgradKernels4GemmO10ActivationOSQAAMc-20+1
	.long	$s16SwiftgradKernels4GemmO10ActivationOSQAASQ2eeoiySbx_xtFZTW-$s16SwiftgradKernels4GemmO10ActivationOSQAAMc-24
	.short	0                               # 0x0
	.short	1                               # 0x1
	.long	0                               # 0x0
	.long	$s16SwiftgradKernels4GemmO10ActivationOSQAAMcMK-$s16SwiftgradKernels4GemmO10ActivationOSQAAMc-36
	.size	$s16SwiftgradKernels4GemmO10ActivationOSQAAMc, 40

	.hidden	$s16SwiftgradKernels4GemmO10ActivationOAESQAAWL # @"$s16SwiftgradKernels4GemmO10ActivationOAESQAAWL"
	.type	$s16SwiftgradKernels4GemmO10ActivationOAESQAAWL,@object
	.bss
	.weak	$s16SwiftgradKernels4GemmO10ActivationOAESQAAWL
	.p2align	3, 0x0
$s16SwiftgradKernels4GemmO10ActivationOAESQAAWL:
	.quad	0
	.size	$s16SwiftgradKernels4GemmO10ActivationOAESQAAWL, 8

	.hidden	"associated conformance 16SwiftgradKernels4GemmO10ActivationOSHAASQ" # @"associated conformance 16SwiftgradKernels4GemmO10ActivationOSHAASQ"
	.type	"associated conformance 16SwiftgradKernels4GemmO10ActivationOSHAASQ",@object
	.section	swift5_typeref,"a",@progbits
	.weak	"associated conformance 16SwiftgradKernels4GemmO10ActivationOSHAASQ"
	.p2align	1, 0x0
"associated conformance 16SwiftgradKernels4GemmO10ActivationOSHAASQ":
	.byte	255                             # 0xff
	.byte	7                               # 0x7
	.long	$s16SwiftgradKernels4GemmO10ActivationOSHAASQWb-"associated conformance 16SwiftgradKernels4GemmO10ActivationOSHAASQ"-2
	.byte	0                               # 0x0
	.size	"associated conformance 16SwiftgradKernels4GemmO10ActivationOSHAASQ", 7

	.hidden	got.$sSHMp                      # @"got.$sSHMp"
	.type	got.$sSHMp,@object
	.section	.data.rel.ro,"aw",@progbits
	.weak	got.$sSHMp
	.p2align	3, 0x0
got.$sSHMp:
	.quad	$sSHMp
	.size	got.$sSHMp, 8

	.hidden	got.$sSHSQTb                    # @"got.$sSHSQTb"
	.type	got.$sSHSQTb,@object
	.weak	got.$sSHSQTb
	.p2align	3, 0x0
got.$sSHSQTb:
	.quad	$sSHSQTb
	.size	got.$sSHSQTb, 8

	.hidden	got.$sSH9hashValueSivgTq        # @"got.$sSH9hashValueSivgTq"
	.type	got.$sSH9hashValueSivgTq,@object
	.weak	got.$sSH9hashValueSivgTq
	.p2align	3, 0x0
got.$sSH9hashValueSivgTq:
	.quad	$sSH9hashValueSivgTq
	.size	got.$sSH9hashValueSivgTq, 8

	.hidden	got.$sSH4hash4intoys6HasherVz_tFTq # @"got.$sSH4hash4intoys6HasherVz_tFTq"
	.type	got.$sSH4hash4intoys6HasherVz_tFTq,@object
	.weak	got.$sSH4hash4intoys6HasherVz_tFTq
	.p2align	3, 0x0
got.$sSH4hash4intoys6HasherVz_tFTq:
	.quad	$sSH4hash4intoys6HasherVz_tFTq
	.size	got.$sSH4hash4intoys6HasherVz_tFTq, 8

	.hidden	got.$sSH13_rawHashValue4seedS2i_tFTq # @"got.$sSH13_rawHashValue4seedS2i_tFTq"
	.type	got.$sSH13_rawHashValue4seedS2i_tFTq,@object
	.weak	got.$sSH13_rawHashValue4seedS2i_tFTq
	.p2align	3, 0x0
got.$sSH13_rawHashValue4seedS2i_tFTq:
	.quad	$sSH13_rawHashValue4seedS2i_tFTq
	.size	got.$sSH13_rawHashValue4seedS2i_tFTq, 8

	.type	$s16SwiftgradKernels4GemmO10ActivationOSHAAMcMK,@object # @"$s16SwiftgradKernels4GemmO10ActivationOSHAAMcMK"
	.local	$s16SwiftgradKernels4GemmO10ActivationOSHAAMcMK
	.comm	$s16SwiftgradKernels4GemmO10ActivationOSHAAMcMK,128,16
	.protected	$s16SwiftgradKernels4GemmO10ActivationOSHAAMc # @"$s16SwiftgradKernels4GemmO10ActivationOSHAAMc"
	.type	$s16SwiftgradKernels4GemmO10ActivationOSHAAMc,@object
	.section	.rodata,"awR",@progbits,unique,2
	.globl	$s16SwiftgradKernels4GemmO10ActivationOSHAAMc
	.p2align	2, 0x0
$s16SwiftgradKernels4GemmO10ActivationOSHAAMc:
	.long	got.$sSHMp-$s16SwiftgradKernels4GemmO10ActivationOSHAAMc+1
	.long	$s16SwiftgradKernels4GemmO10ActivationOMn-$s16SwiftgradKernels4GemmO10ActivationOSHAAMc-4
	.long	0                               # 0x0
	.long	196608                          # 0x30000
	.long	4                               # 0x4
	.long	got.$sSHSQTb-$s16SwiftgradKernels4GemmO10ActivationOSHAAMc-20+1
	.long	"associated conformance 16SwiftgradKernels4GemmO10ActivationOSHAASQ"-$s16SwiftgradKernels4GemmO10ActivationOSHAAMc-23
	.long	got.$sSH9hashValueSivgTq-$s16SwiftgradKernels4GemmO10ActivationOSHAAMc-28+1
	.long	$s16SwiftgradKernels4GemmO10ActivationOSHAASH9hashValueSivgTW-$s16SwiftgradKernels4GemmO10ActivationOSHAAMc-32
	.long	got.$sSH4hash4intoys6HasherVz_tFTq-$s16SwiftgradKernels4GemmO10ActivationOSHAAMc-36+1
	.long	$s16SwiftgradKernels4GemmO10ActivationOSHAASH4hash4intoys6HasherVz_tFTW-$s16SwiftgradKernels4GemmO10ActivationOSHAAMc-40
	.long	got.$sSH13_rawHashValue4seedS2i_tFTq-$s16SwiftgradKernels4GemmO10ActivationOSHAAMc-44+1
	.long	$s16SwiftgradKernels4GemmO10ActivationOSHAASH13_rawHashValue4seedS2i_tFTW-$s16SwiftgradKernels4GemmO10ActivationOSHAAMc-48
	.short	0                               # 0x0
	.short	1                               # 0x1
	.long	0                               # 0x0
	.long	$s16SwiftgradKernels4GemmO10ActivationOSHAAMcMK-$s16SwiftgradKernels4GemmO10ActivationOSHAAMc-60
	.size	$s16SwiftgradKernels4GemmO10ActivationOSHAAMc, 64

	.protected	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpMV # @"$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpMV"
	.type	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpMV,@object
	.section	".rodata.cst4.$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpMV","aMR",@progbits,4
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpMV
	.p2align	2, 0x0
$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpMV:
	.zero	4
	.size	$s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpMV, 4

	.type	.L.str.16.SwiftgradKernels,@object # @.str.16.SwiftgradKernels
	.section	.rodata,"a",@progbits
	.p2align	4, 0x0
.L.str.16.SwiftgradKernels:
	.asciz	"SwiftgradKernels"
	.size	.L.str.16.SwiftgradKernels, 17

	.hidden	$s16SwiftgradKernelsMXM         # @"$s16SwiftgradKernelsMXM"
	.type	$s16SwiftgradKernelsMXM,@object
	.weak	$s16SwiftgradKernelsMXM
	.p2align	2, 0x0
$s16SwiftgradKernelsMXM:
	.long	0                               # 0x0
	.long	0                               # 0x0
	.long	.L.str.16.SwiftgradKernels-$s16SwiftgradKernelsMXM-8
	.size	$s16SwiftgradKernelsMXM, 12

	.type	.L.str.4.Gemm,@object           # @.str.4.Gemm
.L.str.4.Gemm:
	.asciz	"Gemm"
	.size	.L.str.4.Gemm, 5

	.protected	$s16SwiftgradKernels4GemmOMn # @"$s16SwiftgradKernels4GemmOMn"
	.type	$s16SwiftgradKernels4GemmOMn,@object
	.section	.rodata,"aR",@progbits,unique,3
	.globl	$s16SwiftgradKernels4GemmOMn
	.p2align	2, 0x0
$s16SwiftgradKernels4GemmOMn:
	.long	82                              # 0x52
	.long	$s16SwiftgradKernelsMXM-$s16SwiftgradKernels4GemmOMn-4
	.long	.L.str.4.Gemm-$s16SwiftgradKernels4GemmOMn-8
	.long	$s16SwiftgradKernels4GemmOMa-$s16SwiftgradKernels4GemmOMn-12
	.long	$s16SwiftgradKernels4GemmOMF-$s16SwiftgradKernels4GemmOMn-16
	.long	0                               # 0x0
	.long	0                               # 0x0
	.size	$s16SwiftgradKernels4GemmOMn, 28

	.type	$s16SwiftgradKernels4GemmOMf,@object # @"$s16SwiftgradKernels4GemmOMf"
	.section	.data.rel.ro,"aw",@progbits
	.p2align	3, 0x0
$s16SwiftgradKernels4GemmOMf:
	.quad	0
	.quad	$sytWV
	.quad	513                             # 0x201
	.quad	$s16SwiftgradKernels4GemmOMn
	.size	$s16SwiftgradKernels4GemmOMf, 32

	.hidden	"symbolic _____ 16SwiftgradKernels4GemmO" # @"symbolic _____ 16SwiftgradKernels4GemmO"
	.type	"symbolic _____ 16SwiftgradKernels4GemmO",@object
	.section	swift5_typeref,"a",@progbits
	.weak	"symbolic _____ 16SwiftgradKernels4GemmO"
	.p2align	1, 0x0
"symbolic _____ 16SwiftgradKernels4GemmO":
	.byte	1                               # 0x1
	.long	$s16SwiftgradKernels4GemmOMn-"symbolic _____ 16SwiftgradKernels4GemmO"-1
	.byte	0                               # 0x0
	.size	"symbolic _____ 16SwiftgradKernels4GemmO", 6

	.type	$s16SwiftgradKernels4GemmOMF,@object # @"$s16SwiftgradKernels4GemmOMF"
	.section	swift5_fieldmd,"aR",@progbits,unique,4
	.p2align	2, 0x0
$s16SwiftgradKernels4GemmOMF:
	.long	"symbolic _____ 16SwiftgradKernels4GemmO"-$s16SwiftgradKernels4GemmOMF
	.long	0                               # 0x0
	.short	2                               # 0x2
	.short	12                              # 0xc
	.long	0                               # 0x0
	.size	$s16SwiftgradKernels4GemmOMF, 16

	.type	$s16SwiftgradKernels4GemmO8EpilogueVWV,@object # @"$s16SwiftgradKernels4GemmO8EpilogueVWV"
	.section	.data.rel.ro,"aw",@progbits
	.p2align	3, 0x0
$s16SwiftgradKernels4GemmO8EpilogueVWV:
	.quad	__swift_memcpy17_8
	.quad	__swift_noop_void_return
	.quad	__swift_memcpy17_8
	.quad	__swift_memcpy17_8
	.quad	__swift_memcpy17_8
	.quad	__swift_memcpy17_8
	.quad	$s16SwiftgradKernels4GemmO8EpilogueVwet
	.quad	$s16SwiftgradKernels4GemmO8EpilogueVwst
	.quad	17                              # 0x11
	.quad	24                              # 0x18
	.long	7                               # 0x7
	.long	254                             # 0xfe
	.size	$s16SwiftgradKernels4GemmO8EpilogueVWV, 88

	.type	__unnamed_1,@object             # @0
	.section	.rodata,"a",@progbits
	.p2align	3, 0x0
__unnamed_1:
	.long	0                               # 0x0
	.long	8                               # 0x8
	.long	16                              # 0x10
	.zero	4
	.size	__unnamed_1, 16

	.type	.L.str.8.Epilogue,@object       # @.str.8.Epilogue
.L.str.8.Epilogue:
	.asciz	"Epilogue"
	.size	.L.str.8.Epilogue, 9

	.type	$s16SwiftgradKernels4GemmO8EpilogueVMI,@object # @"$s16SwiftgradKernels4GemmO8EpilogueVMI"
	.local	$s16SwiftgradKernels4GemmO8EpilogueVMI
	.comm	$s16SwiftgradKernels4GemmO8EpilogueVMI,128,8
	.protected	$s16SwiftgradKernels4GemmO8EpilogueVMn # @"$s16SwiftgradKernels4GemmO8EpilogueVMn"
	.type	$s16SwiftgradKernels4GemmO8EpilogueVMn,@object
	.section	.rodata,"aR",@progbits,unique,5
	.globl	$s16SwiftgradKernels4GemmO8EpilogueVMn
	.p2align	2, 0x0
$s16SwiftgradKernels4GemmO8EpilogueVMn:
	.long	209                             # 0xd1
	.long	$s16SwiftgradKernels4GemmOMn-$s16SwiftgradKernels4GemmO8EpilogueVMn-4
	.long	.L.str.8.Epilogue-$s16SwiftgradKernels4GemmO8EpilogueVMn-8
	.long	$s16SwiftgradKernels4GemmO8EpilogueVMa-$s16SwiftgradKernels4GemmO8EpilogueVMn-12
	.long	$s16SwiftgradKernels4GemmO8EpilogueVMF-$s16SwiftgradKernels4GemmO8EpilogueVMn-16
	.long	3                               # 0x3
	.long	3                               # 0x3
	.long	$s16SwiftgradKernels4GemmO8EpilogueVMI-$s16SwiftgradKernels4GemmO8EpilogueVMn-28
	.long	$s16SwiftgradKernels4GemmO8EpilogueVMP-$s16SwiftgradKernels4GemmO8EpilogueVMn-32
	.short	1                               # 0x1
	.short	0                               # 0x0
	.short	1                               # 0x1
	.short	0                               # 0x0
	.byte	128                             # 0x80
	.byte	0                               # 0x0
	.byte	0                               # 0x0
	.byte	0                               # 0x0
	.size	$s16SwiftgradKernels4GemmO8EpilogueVMn, 48

	.type	$s16SwiftgradKernels4GemmO8EpilogueVMP,@object # @"$s16SwiftgradKernels4GemmO8EpilogueVMP"
	.section	.rodata,"a",@progbits
	.p2align	3, 0x0
$s16SwiftgradKernels4GemmO8EpilogueVMP:
	.long	$s16SwiftgradKernels4GemmO8EpilogueVMi-$s16SwiftgradKernels4GemmO8EpilogueVMP
	.long	0                               # 0x0
	.long	1073741825                      # 0x40000001
	.long	$s16SwiftgradKernels4GemmO8EpilogueVWV-$s16SwiftgradKernels4GemmO8EpilogueVMP-12
	.long	__unnamed_1-$s16SwiftgradKernels4GemmO8EpilogueVMP-16
	.short	1                               # 0x1
	.short	2                               # 0x2
	.size	$s16SwiftgradKernels4GemmO8EpilogueVMP, 24

	.hidden	"symbolic _____ 16SwiftgradKernels4GemmO8EpilogueV" # @"symbolic _____ 16SwiftgradKernels4GemmO8EpilogueV"
	.type	"symbolic _____ 16SwiftgradKernels4GemmO8EpilogueV",@object
	.section	swift5_typeref,"a",@progbits
	.weak	"symbolic _____ 16SwiftgradKernels4GemmO8EpilogueV"
	.p2align	1, 0x0
"symbolic _____ 16SwiftgradKernels4GemmO8EpilogueV":
	.byte	1                               # 0x1
	.long	$s16SwiftgradKernels4GemmO8EpilogueVMn-"symbolic _____ 16SwiftgradKernels4GemmO8EpilogueV"-1
	.byte	0                               # 0x0
	.size	"symbolic _____ 16SwiftgradKernels4GemmO8EpilogueV", 6

	.hidden	"symbolic SPyxGSg"              # @"symbolic SPyxGSg"
	.type	"symbolic SPyxGSg",@object
	.weak	"symbolic SPyxGSg"
	.p2align	1, 0x0
"symbolic SPyxGSg":
	.ascii	"SPyxGSg"
	.byte	0                               # 0x0
	.size	"symbolic SPyxGSg", 8

	.type	.L__unnamed_2,@object           # @1
	.section	swift5_reflstr,"a",@progbits
.L__unnamed_2:
	.asciz	"columnBias"
	.size	.L__unnamed_2, 11

	.type	.L__unnamed_3,@object           # @2
.L__unnamed_3:
	.asciz	"rowBias"
	.size	.L__unnamed_3, 8

	.hidden	"symbolic _____ 16SwiftgradKernels4GemmO10ActivationO" # @"symbolic _____ 16SwiftgradKernels4GemmO10ActivationO"
	.type	"symbolic _____ 16SwiftgradKernels4GemmO10ActivationO",@object
	.section	swift5_typeref,"a",@progbits
	.weak	"symbolic _____ 16SwiftgradKernels4GemmO10ActivationO"
	.p2align	1, 0x0
"symbolic _____ 16SwiftgradKernels4GemmO10ActivationO":
	.byte	1                               # 0x1
	.long	$s16SwiftgradKernels4GemmO10ActivationOMn-"symbolic _____ 16SwiftgradKernels4GemmO10ActivationO"-1
	.byte	0                               # 0x0
	.size	"symbolic _____ 16SwiftgradKernels4GemmO10ActivationO", 6

	.type	.L__unnamed_4,@object           # @3
	.section	swift5_reflstr,"a",@progbits
.L__unnamed_4:
	.asciz	"activation"
	.size	.L__unnamed_4, 11

	.type	$s16SwiftgradKernels4GemmO8EpilogueVMF,@object # @"$s16SwiftgradKernels4GemmO8EpilogueVMF"
	.section	swift5_fieldmd,"aR",@progbits,unique,6
	.p2align	2, 0x0
$s16SwiftgradKernels4GemmO8EpilogueVMF:
	.long	"symbolic _____ 16SwiftgradKernels4GemmO8EpilogueV"-$s16SwiftgradKernels4GemmO8EpilogueVMF
	.long	0                               # 0x0
	.short	0                               # 0x0
	.short	12                              # 0xc
	.long	3                               # 0x3
	.long	2                               # 0x2
	.long	"symbolic SPyxGSg"-$s16SwiftgradKernels4GemmO8EpilogueVMF-20
	.long	.L__unnamed_2-$s16SwiftgradKernels4GemmO8EpilogueVMF-24
	.long	2                               # 0x2
	.long	"symbolic SPyxGSg"-$s16SwiftgradKernels4GemmO8EpilogueVMF-32
	.long	.L__unnamed_3-$s16SwiftgradKernels4GemmO8EpilogueVMF-36
	.long	2                               # 0x2
	.long	"symbolic _____ 16SwiftgradKernels4GemmO10ActivationO"-$s16SwiftgradKernels4GemmO8EpilogueVMF-44
	.long	.L__unnamed_4-$s16SwiftgradKernels4GemmO8EpilogueVMF-48
	.size	$s16SwiftgradKernels4GemmO8EpilogueVMF, 52

	.type	$s16SwiftgradKernels4GemmO10ActivationOWV,@object # @"$s16SwiftgradKernels4GemmO10ActivationOWV"
	.section	.data.rel.ro,"aw",@progbits
	.p2align	3, 0x0
$s16SwiftgradKernels4GemmO10ActivationOWV:
	.quad	__swift_memcpy1_1
	.quad	__swift_noop_void_return
	.quad	__swift_memcpy1_1
	.quad	__swift_memcpy1_1
	.quad	__swift_memcpy1_1
	.quad	__swift_memcpy1_1
	.quad	$s16SwiftgradKernels4GemmO10ActivationOwet
	.quad	$s16SwiftgradKernels4GemmO10ActivationOwst
	.quad	1                               # 0x1
	.quad	1                               # 0x1
	.long	2097152                         # 0x200000
	.long	254                             # 0xfe
	.quad	$s16SwiftgradKernels4GemmO10ActivationOwug
	.quad	$s16SwiftgradKernels4GemmO10ActivationOwup
	.quad	$s16SwiftgradKernels4GemmO10ActivationOwui
	.size	$s16SwiftgradKernels4GemmO10ActivationOWV, 112

	.type	.L.str.10.Activation,@object    # @.str.10.Activation
	.section	.rodata,"a",@progbits
.L.str.10.Activation:
	.asciz	"Activation"
	.size	.L.str.10.Activation, 11

	.protected	$s16SwiftgradKernels4GemmO10ActivationOMn # @"$s16SwiftgradKernels4GemmO10ActivationOMn"
	.type	$s16SwiftgradKernels4GemmO10ActivationOMn,@object
	.section	.rodata,"aR",@progbits,unique,7
	.globl	$s16SwiftgradKernels4GemmO10ActivationOMn
	.p2align	2, 0x0
$s16SwiftgradKernels4GemmO10ActivationOMn:
	.long	82                              # 0x52
	.long	$s16SwiftgradKernels4GemmOMn-$s16SwiftgradKernels4GemmO10ActivationOMn-4
	.long	.L.str.10.Activation-$s16SwiftgradKernels4GemmO10ActivationOMn-8
	.long	$s16SwiftgradKernels4GemmO10ActivationOMa-$s16SwiftgradKernels4GemmO10ActivationOMn-12
	.long	$s16SwiftgradKernels4GemmO10ActivationOMF-$s16SwiftgradKernels4GemmO10ActivationOMn-16
	.long	0                               # 0x0
	.long	2                               # 0x2
	.size	$s16SwiftgradKernels4GemmO10ActivationOMn, 28

	.type	$s16SwiftgradKernels4GemmO10ActivationOMf,@object # @"$s16SwiftgradKernels4GemmO10ActivationOMf"
	.section	.data.rel.ro,"aw",@progbits
	.p2align	3, 0x0
$s16SwiftgradKernels4GemmO10ActivationOMf:
	.quad	0
	.quad	$s16SwiftgradKernels4GemmO10ActivationOWV
	.quad	513                             # 0x201
	.quad	$s16SwiftgradKernels4GemmO10ActivationOMn
	.size	$s16SwiftgradKernels4GemmO10ActivationOMf, 32

	.type	.L__unnamed_5,@object           # @4
	.section	swift5_reflstr,"a",@progbits
.L__unnamed_5:
	.asciz	"none"
	.size	.L__unnamed_5, 5

	.type	.L__unnamed_6,@object           # @5
.L__unnamed_6:
	.asciz	"relu"
	.size	.L__unnamed_6, 5

	.type	$s16SwiftgradKernels4GemmO10ActivationOMF,@object # @"$s16SwiftgradKernels4GemmO10ActivationOMF"
	.section	swift5_fieldmd,"aR",@progbits,unique,8
	.p2align	2, 0x0
$s16SwiftgradKernels4GemmO10ActivationOMF:
	.long	"symbolic _____ 16SwiftgradKernels4GemmO10ActivationO"-$s16SwiftgradKernels4GemmO10ActivationOMF
	.long	0                               # 0x0
	.short	2                               # 0x2
	.short	12                              # 0xc
	.long	2                               # 0x2
	.long	0                               # 0x0
	.long	0                               # 0x0
	.long	.L__unnamed_5-$s16SwiftgradKernels4GemmO10ActivationOMF-24
	.long	0                               # 0x0
	.long	0                               # 0x0
	.long	.L__unnamed_6-$s16SwiftgradKernels4GemmO10ActivationOMF-36
	.size	$s16SwiftgradKernels4GemmO10ActivationOMF, 40

	.hidden	"symbolic $s16SwiftgradKernels10GemmVectorP" # @"symbolic $s16SwiftgradKernels10GemmVectorP"
	.type	"symbolic $s16SwiftgradKernels10GemmVectorP",@object
	.section	swift5_typeref,"a",@progbits
	.weak	"symbolic $s16SwiftgradKernels10GemmVectorP"
	.p2align	1, 0x0
"symbolic $s16SwiftgradKernels10GemmVectorP":
	.ascii	"$s16SwiftgradKernels10GemmVectorP"
	.byte	0                               # 0x0
	.size	"symbolic $s16SwiftgradKernels10GemmVectorP", 34

	.type	$s16SwiftgradKernels10GemmVector_pMF,@object # @"$s16SwiftgradKernels10GemmVector_pMF"
	.section	swift5_fieldmd,"aR",@progbits,unique,9
	.p2align	2, 0x0
$s16SwiftgradKernels10GemmVector_pMF:
	.long	"symbolic $s16SwiftgradKernels10GemmVectorP"-$s16SwiftgradKernels10GemmVector_pMF
	.long	0                               # 0x0
	.short	4                               # 0x4
	.short	12                              # 0xc
	.long	0                               # 0x0
	.size	$s16SwiftgradKernels10GemmVector_pMF, 16

	.type	.L.str.10.GemmVector,@object    # @.str.10.GemmVector
	.section	.rodata,"a",@progbits
.L.str.10.GemmVector:
	.asciz	"GemmVector"
	.size	.L.str.10.GemmVector, 11

	.type	".L.str.14.Scalar Storage",@object # @".str.14.Scalar Storage"
".L.str.14.Scalar Storage":
	.asciz	"Scalar Storage"
	.size	".L.str.14.Scalar Storage", 15

	.hidden	got.$sSBMp                      # @"got.$sSBMp"
	.type	got.$sSBMp,@object
	.section	.data.rel.ro,"aw",@progbits
	.weak	got.$sSBMp
	.p2align	3, 0x0
got.$sSBMp:
	.quad	$sSBMp
	.size	got.$sSBMp, 8

	.hidden	"symbolic 6Scalar_____Qz 16SwiftgradKernels10GemmVectorP" # @"symbolic 6Scalar_____Qz 16SwiftgradKernels10GemmVectorP"
	.type	"symbolic 6Scalar_____Qz 16SwiftgradKernels10GemmVectorP",@object
	.section	swift5_typeref,"a",@progbits
	.weak	"symbolic 6Scalar_____Qz 16SwiftgradKernels10GemmVectorP"
	.p2align	1, 0x0
"symbolic 6Scalar_____Qz 16SwiftgradKernels10GemmVectorP":
	.ascii	"6Scalar"
	.byte	1                               # 0x1
	.long	$s16SwiftgradKernels10GemmVectorMp-"symbolic 6Scalar_____Qz 16SwiftgradKernels10GemmVectorP"-8
	.ascii	"Qz"
	.byte	0                               # 0x0
	.size	"symbolic 6Scalar_____Qz 16SwiftgradKernels10GemmVectorP", 15

	.hidden	$s16SwiftgradKernels10GemmVectorMp # @"$s16SwiftgradKernels10GemmVectorMp"
	.type	$s16SwiftgradKernels10GemmVectorMp,@object
	.section	.rodata,"a",@progbits
	.globl	$s16SwiftgradKernels10GemmVectorMp
	.p2align	2, 0x0
$s16SwiftgradKernels10GemmVectorMp:
	.long	65603                           # 0x10043
	.long	$s16SwiftgradKernelsMXM-$s16SwiftgradKernels10GemmVectorMp-4
	.long	.L.str.10.GemmVector-$s16SwiftgradKernels10GemmVectorMp-8
	.long	1                               # 0x1
	.long	17                              # 0x11
	.long	".L.str.14.Scalar Storage"-$s16SwiftgradKernels10GemmVectorMp-20
	.long	128                             # 0x80
	.long	"symbolic 6Scalar_____Qz 16SwiftgradKernels10GemmVectorP"-$s16SwiftgradKernels10GemmVectorMp-28
	.long	got.$sSBMp-$s16SwiftgradKernels10GemmVectorMp-32+1
	.long	8                               # 0x8
	.long	0                               # 0x0
	.long	7                               # 0x7
	.long	0                               # 0x0
	.long	7                               # 0x7
	.long	0                               # 0x0
	.long	19                              # 0x13
	.long	0                               # 0x0
	.long	3                               # 0x3
	.long	0                               # 0x0
	.long	2                               # 0x2
	.long	0                               # 0x0
	.long	2                               # 0x2
	.long	0                               # 0x0
	.long	19                              # 0x13
	.long	0                               # 0x0
	.long	20                              # 0x14
	.long	0                               # 0x0
	.long	22                              # 0x16
	.long	0                               # 0x0
	.long	1                               # 0x1
	.long	0                               # 0x0
	.long	17                              # 0x11
	.long	0                               # 0x0
	.long	17                              # 0x11
	.long	0                               # 0x0
	.long	17                              # 0x11
	.long	0                               # 0x0
	.long	1                               # 0x1
	.long	0                               # 0x0
	.long	1                               # 0x1
	.long	0                               # 0x0
	.long	1                               # 0x1
	.long	0                               # 0x0
	.size	$s16SwiftgradKernels10GemmVectorMp, 172

	.type	.L.str.11.MachinePeak,@object   # @.str.11.MachinePeak
.L.str.11.MachinePeak:
	.asciz	"MachinePeak"
	.size	.L.str.11.MachinePeak, 12

	.protected	$s16SwiftgradKernels11MachinePeakOMn # @"$s16SwiftgradKernels11MachinePeakOMn"
	.type	$s16SwiftgradKernels11MachinePeakOMn,@object
	.section	.rodata,"aR",@progbits,unique,10
	.globl	$s16SwiftgradKernels11MachinePeakOMn
	.p2align	2, 0x0
$s16SwiftgradKernels11MachinePeakOMn:
	.long	82                              # 0x52
	.long	$s16SwiftgradKernelsMXM-$s16SwiftgradKernels11MachinePeakOMn-4
	.long	.L.str.11.MachinePeak-$s16SwiftgradKernels11MachinePeakOMn-8
	.long	$s16SwiftgradKernels11MachinePeakOMa-$s16SwiftgradKernels11MachinePeakOMn-12
	.long	$s16SwiftgradKernels11MachinePeakOMF-$s16SwiftgradKernels11MachinePeakOMn-16
	.long	0                               # 0x0
	.long	0                               # 0x0
	.size	$s16SwiftgradKernels11MachinePeakOMn, 28

	.type	$s16SwiftgradKernels11MachinePeakOMf,@object # @"$s16SwiftgradKernels11MachinePeakOMf"
	.section	.data.rel.ro,"aw",@progbits
	.p2align	3, 0x0
$s16SwiftgradKernels11MachinePeakOMf:
	.quad	0
	.quad	$sytWV
	.quad	513                             # 0x201
	.quad	$s16SwiftgradKernels11MachinePeakOMn
	.size	$s16SwiftgradKernels11MachinePeakOMf, 32

	.hidden	"symbolic _____ 16SwiftgradKernels11MachinePeakO" # @"symbolic _____ 16SwiftgradKernels11MachinePeakO"
	.type	"symbolic _____ 16SwiftgradKernels11MachinePeakO",@object
	.section	swift5_typeref,"a",@progbits
	.weak	"symbolic _____ 16SwiftgradKernels11MachinePeakO"
	.p2align	1, 0x0
"symbolic _____ 16SwiftgradKernels11MachinePeakO":
	.byte	1                               # 0x1
	.long	$s16SwiftgradKernels11MachinePeakOMn-"symbolic _____ 16SwiftgradKernels11MachinePeakO"-1
	.byte	0                               # 0x0
	.size	"symbolic _____ 16SwiftgradKernels11MachinePeakO", 6

	.type	$s16SwiftgradKernels11MachinePeakOMF,@object # @"$s16SwiftgradKernels11MachinePeakOMF"
	.section	swift5_fieldmd,"aR",@progbits,unique,11
	.p2align	2, 0x0
$s16SwiftgradKernels11MachinePeakOMF:
	.long	"symbolic _____ 16SwiftgradKernels11MachinePeakO"-$s16SwiftgradKernels11MachinePeakOMF
	.long	0                               # 0x0
	.short	2                               # 0x2
	.short	12                              # 0xc
	.long	0                               # 0x0
	.size	$s16SwiftgradKernels11MachinePeakOMF, 16

	.hidden	"symbolic $s16SwiftgradKernels12RegisterFileP" # @"symbolic $s16SwiftgradKernels12RegisterFileP"
	.type	"symbolic $s16SwiftgradKernels12RegisterFileP",@object
	.section	swift5_typeref,"a",@progbits
	.weak	"symbolic $s16SwiftgradKernels12RegisterFileP"
	.p2align	1, 0x0
"symbolic $s16SwiftgradKernels12RegisterFileP":
	.ascii	"$s16SwiftgradKernels12RegisterFileP"
	.byte	0                               # 0x0
	.size	"symbolic $s16SwiftgradKernels12RegisterFileP", 36

	.type	$s16SwiftgradKernels12RegisterFile_pMF,@object # @"$s16SwiftgradKernels12RegisterFile_pMF"
	.section	swift5_fieldmd,"aR",@progbits,unique,12
	.p2align	2, 0x0
$s16SwiftgradKernels12RegisterFile_pMF:
	.long	"symbolic $s16SwiftgradKernels12RegisterFileP"-$s16SwiftgradKernels12RegisterFile_pMF
	.long	0                               # 0x0
	.short	4                               # 0x4
	.short	12                              # 0xc
	.long	0                               # 0x0
	.size	$s16SwiftgradKernels12RegisterFile_pMF, 16

	.type	.L.str.12.RegisterFile,@object  # @.str.12.RegisterFile
	.section	.rodata,"a",@progbits
.L.str.12.RegisterFile:
	.asciz	"RegisterFile"
	.size	.L.str.12.RegisterFile, 13

	.type	.L.str.6.Vector,@object         # @.str.6.Vector
.L.str.6.Vector:
	.asciz	"Vector"
	.size	.L.str.6.Vector, 7

	.hidden	"symbolic 6Vector_____Qz 16SwiftgradKernels12RegisterFileP" # @"symbolic 6Vector_____Qz 16SwiftgradKernels12RegisterFileP"
	.type	"symbolic 6Vector_____Qz 16SwiftgradKernels12RegisterFileP",@object
	.section	swift5_typeref,"a",@progbits
	.weak	"symbolic 6Vector_____Qz 16SwiftgradKernels12RegisterFileP"
	.p2align	1, 0x0
"symbolic 6Vector_____Qz 16SwiftgradKernels12RegisterFileP":
	.ascii	"6Vector"
	.byte	1                               # 0x1
	.long	$s16SwiftgradKernels12RegisterFileMp-"symbolic 6Vector_____Qz 16SwiftgradKernels12RegisterFileP"-8
	.ascii	"Qz"
	.byte	0                               # 0x0
	.size	"symbolic 6Vector_____Qz 16SwiftgradKernels12RegisterFileP", 15

	.hidden	$s16SwiftgradKernels12RegisterFileMp # @"$s16SwiftgradKernels12RegisterFileMp"
	.type	$s16SwiftgradKernels12RegisterFileMp,@object
	.section	.rodata,"a",@progbits
	.globl	$s16SwiftgradKernels12RegisterFileMp
	.p2align	2, 0x0
$s16SwiftgradKernels12RegisterFileMp:
	.long	65603                           # 0x10043
	.long	$s16SwiftgradKernelsMXM-$s16SwiftgradKernels12RegisterFileMp-4
	.long	.L.str.12.RegisterFile-$s16SwiftgradKernels12RegisterFileMp-8
	.long	1                               # 0x1
	.long	5                               # 0x5
	.long	.L.str.6.Vector-$s16SwiftgradKernels12RegisterFileMp-20
	.long	128                             # 0x80
	.long	"symbolic 6Vector_____Qz 16SwiftgradKernels12RegisterFileP"-$s16SwiftgradKernels12RegisterFileMp-28
	.long	$s16SwiftgradKernels10GemmVectorMp-$s16SwiftgradKernels12RegisterFileMp-32
	.long	8                               # 0x8
	.long	0                               # 0x0
	.long	7                               # 0x7
	.long	0                               # 0x0
	.long	3                               # 0x3
	.long	0                               # 0x0
	.long	1                               # 0x1
	.long	0                               # 0x0
	.long	1                               # 0x1
	.long	0                               # 0x0
	.size	$s16SwiftgradKernels12RegisterFileMp, 76

	.type	.L.str.10.MemoryPool,@object    # @.str.10.MemoryPool
.L.str.10.MemoryPool:
	.asciz	"MemoryPool"
	.size	.L.str.10.MemoryPool, 11

	.protected	$s16SwiftgradKernels10MemoryPoolOMn # @"$s16SwiftgradKernels10MemoryPoolOMn"
	.type	$s16SwiftgradKernels10MemoryPoolOMn,@object
	.section	.rodata,"aR",@progbits,unique,13
	.globl	$s16SwiftgradKernels10MemoryPoolOMn
	.p2align	2, 0x0
$s16SwiftgradKernels10MemoryPoolOMn:
	.long	82                              # 0x52
	.long	$s16SwiftgradKernelsMXM-$s16SwiftgradKernels10MemoryPoolOMn-4
	.long	.L.str.10.MemoryPool-$s16SwiftgradKernels10MemoryPoolOMn-8
	.long	$s16SwiftgradKernels10MemoryPoolOMa-$s16SwiftgradKernels10MemoryPoolOMn-12
	.long	$s16SwiftgradKernels10MemoryPoolOMF-$s16SwiftgradKernels10MemoryPoolOMn-16
	.long	0                               # 0x0
	.long	0                               # 0x0
	.size	$s16SwiftgradKernels10MemoryPoolOMn, 28

	.type	$s16SwiftgradKernels10MemoryPoolOMf,@object # @"$s16SwiftgradKernels10MemoryPoolOMf"
	.section	.data.rel.ro,"aw",@progbits
	.p2align	3, 0x0
$s16SwiftgradKernels10MemoryPoolOMf:
	.quad	0
	.quad	$sytWV
	.quad	513                             # 0x201
	.quad	$s16SwiftgradKernels10MemoryPoolOMn
	.size	$s16SwiftgradKernels10MemoryPoolOMf, 32

	.hidden	"symbolic _____ 16SwiftgradKernels10MemoryPoolO" # @"symbolic _____ 16SwiftgradKernels10MemoryPoolO"
	.type	"symbolic _____ 16SwiftgradKernels10MemoryPoolO",@object
	.section	swift5_typeref,"a",@progbits
	.weak	"symbolic _____ 16SwiftgradKernels10MemoryPoolO"
	.p2align	1, 0x0
"symbolic _____ 16SwiftgradKernels10MemoryPoolO":
	.byte	1                               # 0x1
	.long	$s16SwiftgradKernels10MemoryPoolOMn-"symbolic _____ 16SwiftgradKernels10MemoryPoolO"-1
	.byte	0                               # 0x0
	.size	"symbolic _____ 16SwiftgradKernels10MemoryPoolO", 6

	.type	$s16SwiftgradKernels10MemoryPoolOMF,@object # @"$s16SwiftgradKernels10MemoryPoolOMF"
	.section	swift5_fieldmd,"aR",@progbits,unique,14
	.p2align	2, 0x0
$s16SwiftgradKernels10MemoryPoolOMF:
	.long	"symbolic _____ 16SwiftgradKernels10MemoryPoolO"-$s16SwiftgradKernels10MemoryPoolOMF
	.long	0                               # 0x0
	.short	2                               # 0x2
	.short	12                              # 0xc
	.long	0                               # 0x0
	.size	$s16SwiftgradKernels10MemoryPoolOMF, 16

	.type	.L.str.10.ThreadPool,@object    # @.str.10.ThreadPool
	.section	.rodata,"a",@progbits
.L.str.10.ThreadPool:
	.asciz	"ThreadPool"
	.size	.L.str.10.ThreadPool, 11

	.protected	$s16SwiftgradKernels10ThreadPoolOMn # @"$s16SwiftgradKernels10ThreadPoolOMn"
	.type	$s16SwiftgradKernels10ThreadPoolOMn,@object
	.section	.rodata,"aR",@progbits,unique,15
	.globl	$s16SwiftgradKernels10ThreadPoolOMn
	.p2align	2, 0x0
$s16SwiftgradKernels10ThreadPoolOMn:
	.long	82                              # 0x52
	.long	$s16SwiftgradKernelsMXM-$s16SwiftgradKernels10ThreadPoolOMn-4
	.long	.L.str.10.ThreadPool-$s16SwiftgradKernels10ThreadPoolOMn-8
	.long	$s16SwiftgradKernels10ThreadPoolOMa-$s16SwiftgradKernels10ThreadPoolOMn-12
	.long	$s16SwiftgradKernels10ThreadPoolOMF-$s16SwiftgradKernels10ThreadPoolOMn-16
	.long	0                               # 0x0
	.long	0                               # 0x0
	.size	$s16SwiftgradKernels10ThreadPoolOMn, 28

	.type	$s16SwiftgradKernels10ThreadPoolOMf,@object # @"$s16SwiftgradKernels10ThreadPoolOMf"
	.section	.data.rel.ro,"aw",@progbits
	.p2align	3, 0x0
$s16SwiftgradKernels10ThreadPoolOMf:
	.quad	0
	.quad	$sytWV
	.quad	513                             # 0x201
	.quad	$s16SwiftgradKernels10ThreadPoolOMn
	.size	$s16SwiftgradKernels10ThreadPoolOMf, 32

	.hidden	"symbolic _____ 16SwiftgradKernels10ThreadPoolO" # @"symbolic _____ 16SwiftgradKernels10ThreadPoolO"
	.type	"symbolic _____ 16SwiftgradKernels10ThreadPoolO",@object
	.section	swift5_typeref,"a",@progbits
	.weak	"symbolic _____ 16SwiftgradKernels10ThreadPoolO"
	.p2align	1, 0x0
"symbolic _____ 16SwiftgradKernels10ThreadPoolO":
	.byte	1                               # 0x1
	.long	$s16SwiftgradKernels10ThreadPoolOMn-"symbolic _____ 16SwiftgradKernels10ThreadPoolO"-1
	.byte	0                               # 0x0
	.size	"symbolic _____ 16SwiftgradKernels10ThreadPoolO", 6

	.type	$s16SwiftgradKernels10ThreadPoolOMF,@object # @"$s16SwiftgradKernels10ThreadPoolOMF"
	.section	swift5_fieldmd,"aR",@progbits,unique,16
	.p2align	2, 0x0
$s16SwiftgradKernels10ThreadPoolOMF:
	.long	"symbolic _____ 16SwiftgradKernels10ThreadPoolO"-$s16SwiftgradKernels10ThreadPoolOMF
	.long	0                               # 0x0
	.short	2                               # 0x2
	.short	12                              # 0xc
	.long	0                               # 0x0
	.size	$s16SwiftgradKernels10ThreadPoolOMF, 16

	.type	.L$s16SwiftgradKernels10GemmVectorHr,@object # @"$s16SwiftgradKernels10GemmVectorHr"
	.section	swift5_protocols,"aR",@progbits,unique,17
	.p2align	2, 0x0
.L$s16SwiftgradKernels10GemmVectorHr:
	.long	$s16SwiftgradKernels10GemmVectorMp-.L$s16SwiftgradKernels10GemmVectorHr
	.size	.L$s16SwiftgradKernels10GemmVectorHr, 4

	.type	.L$s16SwiftgradKernels12RegisterFileHr,@object # @"$s16SwiftgradKernels12RegisterFileHr"
	.section	swift5_protocols,"aR",@progbits,unique,18
	.p2align	2, 0x0
.L$s16SwiftgradKernels12RegisterFileHr:
	.long	$s16SwiftgradKernels12RegisterFileMp-.L$s16SwiftgradKernels12RegisterFileHr
	.size	.L$s16SwiftgradKernels12RegisterFileHr, 4

	.type	.L$s16SwiftgradKernels4GemmO10ActivationOSQAAHc,@object # @"$s16SwiftgradKernels4GemmO10ActivationOSQAAHc"
	.section	swift5_protocol_conformances,"aR",@progbits,unique,19
	.p2align	2, 0x0
.L$s16SwiftgradKernels4GemmO10ActivationOSQAAHc:
	.long	$s16SwiftgradKernels4GemmO10ActivationOSQAAMc-.L$s16SwiftgradKernels4GemmO10ActivationOSQAAHc
	.size	.L$s16SwiftgradKernels4GemmO10ActivationOSQAAHc, 4

	.type	.L$s16SwiftgradKernels4GemmO10ActivationOSHAAHc,@object # @"$s16SwiftgradKernels4GemmO10ActivationOSHAAHc"
	.section	swift5_protocol_conformances,"aR",@progbits,unique,20
	.p2align	2, 0x0
.L$s16SwiftgradKernels4GemmO10ActivationOSHAAHc:
	.long	$s16SwiftgradKernels4GemmO10ActivationOSHAAMc-.L$s16SwiftgradKernels4GemmO10ActivationOSHAAHc
	.size	.L$s16SwiftgradKernels4GemmO10ActivationOSHAAHc, 4

	.type	.L$s16SwiftgradKernels4GemmOHn,@object # @"$s16SwiftgradKernels4GemmOHn"
	.section	swift5_type_metadata,"aR",@progbits,unique,21
	.p2align	2, 0x0
.L$s16SwiftgradKernels4GemmOHn:
	.long	$s16SwiftgradKernels4GemmOMn-.L$s16SwiftgradKernels4GemmOHn
	.size	.L$s16SwiftgradKernels4GemmOHn, 4

	.type	.L$s16SwiftgradKernels4GemmO8EpilogueVHn,@object # @"$s16SwiftgradKernels4GemmO8EpilogueVHn"
	.section	swift5_type_metadata,"aR",@progbits,unique,22
	.p2align	2, 0x0
.L$s16SwiftgradKernels4GemmO8EpilogueVHn:
	.long	$s16SwiftgradKernels4GemmO8EpilogueVMn-.L$s16SwiftgradKernels4GemmO8EpilogueVHn
	.size	.L$s16SwiftgradKernels4GemmO8EpilogueVHn, 4

	.type	.L$s16SwiftgradKernels4GemmO10ActivationOHn,@object # @"$s16SwiftgradKernels4GemmO10ActivationOHn"
	.section	swift5_type_metadata,"aR",@progbits,unique,23
	.p2align	2, 0x0
.L$s16SwiftgradKernels4GemmO10ActivationOHn:
	.long	$s16SwiftgradKernels4GemmO10ActivationOMn-.L$s16SwiftgradKernels4GemmO10ActivationOHn
	.size	.L$s16SwiftgradKernels4GemmO10ActivationOHn, 4

	.type	.L$s16SwiftgradKernels11MachinePeakOHn,@object # @"$s16SwiftgradKernels11MachinePeakOHn"
	.section	swift5_type_metadata,"aR",@progbits,unique,24
	.p2align	2, 0x0
.L$s16SwiftgradKernels11MachinePeakOHn:
	.long	$s16SwiftgradKernels11MachinePeakOMn-.L$s16SwiftgradKernels11MachinePeakOHn
	.size	.L$s16SwiftgradKernels11MachinePeakOHn, 4

	.type	.L$s16SwiftgradKernels10MemoryPoolOHn,@object # @"$s16SwiftgradKernels10MemoryPoolOHn"
	.section	swift5_type_metadata,"aR",@progbits,unique,25
	.p2align	2, 0x0
.L$s16SwiftgradKernels10MemoryPoolOHn:
	.long	$s16SwiftgradKernels10MemoryPoolOMn-.L$s16SwiftgradKernels10MemoryPoolOHn
	.size	.L$s16SwiftgradKernels10MemoryPoolOHn, 4

	.type	.L$s16SwiftgradKernels10ThreadPoolOHn,@object # @"$s16SwiftgradKernels10ThreadPoolOHn"
	.section	swift5_type_metadata,"aR",@progbits,unique,26
	.p2align	2, 0x0
.L$s16SwiftgradKernels10ThreadPoolOHn:
	.long	$s16SwiftgradKernels10ThreadPoolOMn-.L$s16SwiftgradKernels10ThreadPoolOHn
	.size	.L$s16SwiftgradKernels10ThreadPoolOHn, 4

	.hidden	__swift_reflection_version      # @__swift_reflection_version
	.type	__swift_reflection_version,@object
	.section	.rodata.__swift_reflection_version,"aR",@progbits
	.weak	__swift_reflection_version
	.p2align	1, 0x0
__swift_reflection_version:
	.short	3                               # 0x3
	.size	__swift_reflection_version, 2

	.type	.L_swift1_autolink_entries,@object # @_swift1_autolink_entries
	.section	.swift1_autolink_entries,"eR",@progbits,unique,27
	.p2align	3, 0x0
.L_swift1_autolink_entries:
	.asciz	"-lswift_Concurrency\000-lswiftCore\000-lswift_StringProcessing\000-lswift_RegexParser\000-lswiftGlibc\000-lm\000-lpthread\000-lutil\000-ldl"
	.size	.L_swift1_autolink_entries, 116

	.section	".linker-options","e",@llvm_linker_options
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvpMV
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvpMV
$s16SwiftgradKernels4GemmO8EpilogueV7rowBiasSPyxGSgvpMV = $s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpMV
	.globl	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvpMV
	.protected	$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvpMV
$s16SwiftgradKernels4GemmO8EpilogueV10activationAC10ActivationOvpMV = $s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpMV
	.globl	$s16SwiftgradKernels4GemmO10ActivationO9hashValueSivpMV
	.protected	$s16SwiftgradKernels4GemmO10ActivationO9hashValueSivpMV
$s16SwiftgradKernels4GemmO10ActivationO9hashValueSivpMV = $s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpMV
	.globl	$s16SwiftgradKernels10ThreadPoolO11threadCountSivpZMV
	.protected	$s16SwiftgradKernels10ThreadPoolO11threadCountSivpZMV
$s16SwiftgradKernels10ThreadPoolO11threadCountSivpZMV = $s16SwiftgradKernels4GemmO8EpilogueV10columnBiasSPyxGSgvpMV
	.globl	$s16SwiftgradKernels4GemmON
	.protected	$s16SwiftgradKernels4GemmON
$s16SwiftgradKernels4GemmON = $s16SwiftgradKernels4GemmOMf+16
	.globl	$s16SwiftgradKernels4GemmO10ActivationON
	.protected	$s16SwiftgradKernels4GemmO10ActivationON
$s16SwiftgradKernels4GemmO10ActivationON = $s16SwiftgradKernels4GemmO10ActivationOMf+16
	.globl	$s16SwiftgradKernels10GemmVectorTL
	.hidden	$s16SwiftgradKernels10GemmVectorTL
$s16SwiftgradKernels10GemmVectorTL = $s16SwiftgradKernels10GemmVectorMp+36-8
	.globl	$s16SwiftgradKernels10GemmVectorP6ScalarAC_SBTn
	.hidden	$s16SwiftgradKernels10GemmVectorP6ScalarAC_SBTn
$s16SwiftgradKernels10GemmVectorP6ScalarAC_SBTn = $s16SwiftgradKernels10GemmVectorMp+36
	.globl	$s6Scalar16SwiftgradKernels10GemmVectorPTl
	.hidden	$s6Scalar16SwiftgradKernels10GemmVectorPTl
$s6Scalar16SwiftgradKernels10GemmVectorPTl = $s16SwiftgradKernels10GemmVectorMp+44
	.globl	$s7Storage16SwiftgradKernels10GemmVectorPTl
	.hidden	$s7Storage16SwiftgradKernels10GemmVectorPTl
$s7Storage16SwiftgradKernels10GemmVectorPTl = $s16SwiftgradKernels10GemmVectorMp+52
	.globl	$s16SwiftgradKernels11MachinePeakON
	.protected	$s16SwiftgradKernels11MachinePeakON
$s16SwiftgradKernels11MachinePeakON = $s16SwiftgradKernels11MachinePeakOMf+16
	.globl	$s16SwiftgradKernels12RegisterFileTL
	.hidden	$s16SwiftgradKernels12RegisterFileTL
$s16SwiftgradKernels12RegisterFileTL = $s16SwiftgradKernels12RegisterFileMp+36-8
	.globl	$s16SwiftgradKernels12RegisterFileP6VectorAC_AA04GemmE0Tn
	.hidden	$s16SwiftgradKernels12RegisterFileP6VectorAC_AA04GemmE0Tn
$s16SwiftgradKernels12RegisterFileP6VectorAC_AA04GemmE0Tn = $s16SwiftgradKernels12RegisterFileMp+36
	.globl	$s6Vector16SwiftgradKernels12RegisterFilePTl
	.hidden	$s6Vector16SwiftgradKernels12RegisterFilePTl
$s6Vector16SwiftgradKernels12RegisterFilePTl = $s16SwiftgradKernels12RegisterFileMp+44
	.globl	$s16SwiftgradKernels10MemoryPoolON
	.protected	$s16SwiftgradKernels10MemoryPoolON
$s16SwiftgradKernels10MemoryPoolON = $s16SwiftgradKernels10MemoryPoolOMf+16
	.globl	$s16SwiftgradKernels10ThreadPoolON
	.protected	$s16SwiftgradKernels10ThreadPoolON
$s16SwiftgradKernels10ThreadPoolON = $s16SwiftgradKernels10ThreadPoolOMf+16
	.section	".note.GNU-stack","",@progbits
